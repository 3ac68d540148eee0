namespace HomsScreenings.Tests.House;

/// <summary>
/// The folders of a project from the ground up. A folder knows those of lower floors, and itself; two on one floor do
/// not know each other. A folder within another has a floor of its own.
/// </summary>
/// <param name="Folder">Where the project lies.</param>
/// <param name="Namespace">Its root namespace; each folder adds its name.</param>
/// <param name="Rows">The folders of each floor, the lowest first; '.' is the project's own folder.</param>
public sealed record Floors(string Folder, string Namespace, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static Floors OfLibrary { get; } = new("src/HomsScreenings", "HomsScreenings",
    [
        ["Text/Languages", "Time", "Maps"],
        ["Text"],
        ["Records"],
        ["Places", "Validation"],
        ["Model"],
        ["Pictures"],
        ["Storage", "People", "Venues"],
        ["Comments"],
        ["Films", "Organisations", "Journal", "Mail", "Search"],
        ["Programme", "Accounts", "Comments/Letters"],
        ["Bookings", "Calendars", "Catalogues", "Feeds", "Import", "Series", "Subscriptions"],
        ["Bookings/CheckIn", "Desk", "Interests", "Samples", "Sharing", "Sitemaps", "StructuredData"],
        ["Bookings/Guests", "Bookings/Letters", "Bookings/Reports"],
        ["."],
    ]);

    public static Floors OfWeb { get; } = new("src/HomsScreenings.Web", "HomsScreenings.Web",
    [
        ["Site"],
        ["Forms", "Caching", "Storage", "Mail", "Pictures"],
        ["Languages", "Accounts", "Desk", "Jobs", "Sharing"],
        ["Desk/CheckIn", "Desk/Reports", "Guests"],
        ["Pages", "Endpoints"],
        ["Endpoints/Api"],
        ["Hosting"],
        ["Commands"],
        ["."],
    ]);

    /// <summary>
    /// The floor of a folder, from 0; of one that is not named, that of the nearest named one above it; null where there is none.
    /// </summary>
    public (string Folder, int Floor)? Of(string folder)
    {
        for (var at = folder; at.Length > 0; at = at.Contains('/') ? at[..at.LastIndexOf('/')] : "")
            for (var floor = 0; floor < Rows.Count; floor++)
                if (Rows[floor].Contains(at)) return (at, floor);
        return null;
    }

    /// <summary>The folder in which a file lies, from the project on.</summary>
    public string FolderOf(SourceFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)!;
        return folder == Folder ? "." : folder[(Folder.Length + 1)..];
    }

    /// <summary>The floors as docs/architecture.md draws them: the highest above.</summary>
    public string Drawing => string.Join('\n', Rows.Reverse().Select(row => string.Join("  ", row)));
}
