using System.Linq.Expressions;
using HomsScreenings.Pictures;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Organisations;

/// <summary>An organisation that presents a series, and its part in it.</summary>
public sealed record PartnerLine(string Slug, string Name, string? Part);

/// <summary>What an organisation's page says of it.</summary>
public sealed record OrganisationDetails(int Id, string Slug, string Name, LocalizedText? AboutText, string? Website,
    List<string> Links, string? PublicEmail, List<PictureLine> Pictures)
{
    public string? About => AboutText?.Text;
    public string? AboutLanguage => AboutText?.OtherLanguage;

    public static readonly Expression<Func<Organisation, OrganisationDetails>> Of =
        o => new OrganisationDetails(o.Id, o.Slug, o.NameIn(Language.Current.Tag),
            LocalizedText.Of(o.Translations.In(Language.Current.Tag, w => w.About), o.About, o.TextLanguage),
            o.Website, o.Links, o.PublicEmail, o.Pictures.LinesIn(Language.Current.Tag));
}
