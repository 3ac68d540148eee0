namespace HomsScreenings.Import;

// The texts of a record in other languages, each under its language.

public sealed record FilmTranslationEntry(string? Title, string? Synopsis, string? ContentNotes, string? Notes);

public sealed record VenueTranslationEntry(string? Name, string? Directions, string? AccessNotes, string? AskFor, string? ExpectationNotes);

public sealed record PersonTranslationEntry(string? Name, string? About);

public sealed record OrganisationTranslationEntry(string? Name, string? About, string? Disclaimer);

public sealed record ArticleTranslationEntry(string? Title, string? Standfirst, string? Body);

public sealed record SeriesTranslationEntry(string? Title, string? Description, string? Invitation, string? DatesNote);

public sealed record ScreeningTranslationEntry(string? Title, string? Description, string? PremiereNote, string? StatusReason,
    string? AskFor, string? ExpectationNotes);
