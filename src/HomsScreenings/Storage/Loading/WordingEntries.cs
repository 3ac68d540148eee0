namespace HomsScreenings.Storage.Loading;

// The texts of a record in other languages, each under its language.

public sealed record FilmWordingEntry(string? Title, string? Synopsis, string? ContentNotes, string? Notes);

public sealed record SeriesWordingEntry(string? Title, string? Description, string? Invitation, string? DatesNote);

public sealed record ScreeningWordingEntry(string? Title, string? Description, string? PremiereNote, string? StatusReason);
