using HomsScreenings.Catalogues;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>What the journal has about something, on its page.</summary>
/// <param name="Heading">What stands over it.</param>
/// <param name="AllOfIt">The address of the list with all of it; null where there is none.</param>
public sealed record WrittenAboutView(WrittenAbout Written, string Heading, string? AllOfIt = null)
{
    /// <summary>How many entries a page of something else shows.</summary>
    public const int Most = 3;

    /// <summary>Entries about the record of the page.</summary>
    public static WrittenAboutView About(WrittenAbout written, string? allOfIt = null) => new(written, T("Written about it"), allOfIt);

    /// <summary>The newest entries.</summary>
    public static WrittenAboutView Latest(WrittenAbout written, string allOfIt) => new(written, T("From the journal"), allOfIt);
}
