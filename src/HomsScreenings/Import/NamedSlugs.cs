namespace HomsScreenings.Import;

/// <summary>All slugs that a file names, as records of its own or as references, each once.</summary>
sealed record NamedSlugs(
    IReadOnlyList<string> Organisations, IReadOnlyList<string> People,
    IReadOnlyList<string> Films, IReadOnlyList<string> Venues, IReadOnlyList<string> Series,
    IReadOnlyList<string> Screenings, IReadOnlyList<string> Journal)
{
    public static NamedSlugs In(ProgrammeFile file) => new(
        Each(file.Organisations, file.People.Select(p => p.Organisation),
            file.Films.Select(f => f.Organisation), file.Venues.Select(v => v.Organisation),
            file.Series.Select(s => s.Organisation), file.Series.SelectMany(s => s.Partners, (_, p) => p.Organisation),
            file.Screenings.Select(s => s.Organisation), file.Journal.Select(e => e.Organisation)),
        Each(file.People, file.Films.SelectMany(f => f.Credits, (_, c) => c.Person), file.Screenings.SelectMany(s => s.Speakers),
            file.Journal.Select(e => e.Author), Subjects(file, s => s.Person)),
        Each(file.Films, file.Screenings.SelectMany(s => s.Films, (_, f) => f.Film), Subjects(file, s => s.Film)),
        Each(file.Venues, file.Screenings.Select(s => s.Venue), Subjects(file, s => s.Venue)),
        Each(file.Series, file.Screenings.Select(s => s.Series), Subjects(file, s => s.Series)),
        Each(file.Screenings, Subjects(file, s => s.Screening)),
        Each(file.Journal));

    static IEnumerable<string?> Subjects(ProgrammeFile file, Func<SubjectEntry, string?> slug) =>
        file.Journal.SelectMany(e => e.About, (_, subject) => slug(subject));

    static List<string> Each(IEnumerable<IEntry> own, params ReadOnlySpan<IEnumerable<string?>> references)
    {
        var slugs = own.Select(e => e.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var some in references) slugs.UnionWith(some.OfType<string>());
        slugs.Remove(""); // one that could not be read
        return [.. slugs];
    }
}
