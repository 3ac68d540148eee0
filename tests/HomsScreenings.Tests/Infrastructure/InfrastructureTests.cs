namespace HomsScreenings.Tests.Infrastructure;

public sealed class InfrastructureTests
{
    [Theory, OnEachDatabase]
    public async Task A_screening_that_is_saved_is_on_the_next_page_that_anybody_asks_for(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var before = await app.AsVisitor().GetAsync("/screenings");
        await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30", at: "ICA");
        var after = await app.AsVisitor().GetAsync("/screenings");
        Assert.Empty(before.Texts("h4.title, .title"));
        Assert.Contains("Return to Homs", after.Body, StringComparison.Ordinal);
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
    }
}
