using HomsScreenings.Text.Languages;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Site;

/// <summary>What the site is called and where it is found: section 'Site' of the settings.</summary>
public sealed class SiteOptions
{
    const string DefaultName = "Homs Screenings";

    public string Name { get; set; } = DefaultName;
    /// <summary>What it is called in other languages, by their tags: 'ar'.</summary>
    public Dictionary<string, string> Names { get; set; } = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>What it is called in the language that is spoken.</summary>
    public string LocalizedName => Names.GetValueOrDefault(Language.Current.Tag)
        ?? (Name == DefaultName ? T("Homs Screenings") : Name);
    /// <summary>'https://screenings.example.org', without a slash at the end. In Development the request says it.</summary>
    public string? BaseUrl { get; set; }
    /// <summary>Where visitors may write; an email address or a web address.</summary>
    public string? Contact { get; set; }
    /// <summary><see cref="Contact"/> as an address that can be followed: 'mailto:…' or a web address; null without one.</summary>
    public string? ContactUri => string.IsNullOrWhiteSpace(Contact) ? null
        : Contact.Contains('@', StringComparison.Ordinal) && !Contact.Contains(':', StringComparison.Ordinal)
        ? $"mailto:{Contact}" : Contact;
    /// <summary>Addresses or networks ('10.0.0.0/8') of reverse proxies whose forwarded headers are believed; loopback always is.</summary>
    public List<string> Proxies { get; set; } = [];
    /// <summary>Whether browsers are told to stay with https on all hosts below that of the site, too.</summary>
    public bool HstsIncludeSubDomains { get; set; }
}
