using HomsScreenings.Text.Languages;

namespace HomsScreenings.StructuredData;

/// <summary>The site that says something of itself to machines.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it is, without a slash at the end.</param>
public sealed record SiteLinks(string Name, string Address)
{
    /// <summary>The whole address of a page, in the language that is spoken.</summary>
    public string Page(string path) => Address + Language.Current.Path(path);

    /// <summary>The whole address of what is there once for all languages, such as a picture.</summary>
    public string File(string path) => Address + path;
}
