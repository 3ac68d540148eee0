namespace HomsScreenings.Tests.Browser;

/// <summary>The public pages of <see cref="SmallProgramme"/>, one of each kind.</summary>
static class PublicPages
{
    public static readonly string[] Paths =
    [
        "/", "/screenings", "/screenings?view=month", "/screenings?view=map", "/screenings?view=films",
        "/screenings?view=venues", "/screenings?q=nothing+at+all", "/screenings?near=Leeds",
        $"/screenings/{SmallProgramme.London}", $"/screenings/{SmallProgramme.Portland}",
        "/films", "/films?letter=R&q=zzzz", "/films/return-to-homs", "/people", "/people/talal-derki",
        "/venues", "/venues?view=map", "/venues/ica", "/series", "/series/uk-tour",
        "/journal", "/journal/a-review", "/films/return-to-homs/comments", "/organisations/campaign", "/archive", "/archive/2026", "/subscribe", "/subscribe?free=true", "/offline",
    ];

    public static readonly string[] Errors = ["/nowhere", "/screenings?from=never"];
}
