using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>What somebody deletes while somebody else works on it is gone, and nothing breaks.</summary>
public sealed class DeletedMeanwhileTests
{
    [Theory, OnEachDatabase]
    public async Task Who_publishes_a_screening_that_is_just_deleted_is_told_that_it_is_gone(Database database)
    {
        var (app, meanwhile, draft, organiser) = await AtADraftAsync(database);
        await using var _ = app;
        var path = $"/organise/screenings/{draft.Slug}/publish";
        var form = await organiser.GetAsync(path);
        meanwhile.BeforeSaving = () => DeleteAsync(app, draft);
        Assert.Equal(404, (await organiser.SubmitAsync(form, path)).Status);
        Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, OnEachDatabase]
    public async Task Who_looks_at_a_screening_that_is_just_deleted_finds_nothing(Database database)
    {
        foreach (var (page, text) in new[] { ("door", "GuestListViews"), ("guests", "GuestListViews") })
        {
            var (app, meanwhile, draft, organiser) = await AtADraftAsync(database);
            await using var _ = app;
            meanwhile.Before = (text, () => DeleteAsync(app, draft));
            Assert.Equal((page, 404), (page, (await organiser.GetAsync($"/organise/screenings/{draft.Slug}/{page}")).Status));
            Assert.DoesNotContain(app.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        }
    }

    static async Task<(ScreeningsApp, Meanwhile, Screening, Client)> AtADraftAsync(Database database)
    {
        var meanwhile = new Meanwhile();
        var app = await ScreeningsApp.StartAsync(database, meanwhile.Add);
        var draft = await app.Programme.AddScreening(organisation: "Homs Campaign", published: false);
        return (app, meanwhile, draft, await app.AsOrganiserAsync("Homs Campaign"));
    }

    static Task DeleteAsync(ScreeningsApp app, Screening draft) =>
        app.InDbAsync(db => db.Screenings.Where(s => s.Id == draft.Id).ExecuteDeleteAsync());
}
