using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Tests.Subscriptions.SubscriptionSteps;

namespace HomsScreenings.Tests.Subscriptions.Newsletters;

/// <summary>
/// What can go wrong between the form that plans a newsletter and its readers. The clock stands on Monday 1 June 2026, noon.
/// </summary>
public sealed class MailingFormTests
{
    const string Path = "/organise/journal/spring-letter/mailing", Campaign = "organisation=homs-campaign";

    static async Task<Client> WithEntryAsync(ScreeningsApp app)
    {
        var organiser = await app.AsOrganiserAsync();
        var campaign = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddEntry("Spring letter", EntryKind.Newsletter, true, e => e.OrganisationId = campaign);
        return organiser;
    }

    // Who gets the newsletter, and a digest each week.
    static async Task<string> ReadAsync(ScreeningsApp app, string email = Email, string query = Campaign, bool shares = false)
    {
        var page = await app.FollowAsync("?" + query, "weekly", email);
        await app.ActAsync(page, "choose",
            ("Choice.Rhythm", "weekly"), ("Choice.Newsletters", "true"), ("Choice.SharesAddress", $"{shares}"));
        return page;
    }

    static async Task<Answer> PostAsync(Client organiser, params (string Key, string Value)[] fields) =>
        await organiser.SendAsync(HttpMethod.Post, Path, new FormUrlEncodedContent(fields
            .Append(("__RequestVerificationToken", await organiser.FormTokenAsync())).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));

    static Task<bool> IsPlannedAsync(ScreeningsApp app) => app.InDbAsync(db => db.Mailings.AnyAsync());

    [Theory, OnEachDatabase]
    public async Task Whoever_does_not_say_to_whom_sends_to_nobody(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app);
        await ReadAsync(app);
        foreach (var fields in new (string, string)[][] { [], [("To", "")], [("To", "xx")], [("To", "ALL ")] })
            Assert.Contains("Choose to whom it goes.", (await PostAsync(organiser, fields)).Texts(".field .error"));
        Assert.Equal(["There is nobody to send it to."], (await PostAsync(organiser, ("To", "ar"))).AllProblems());
        Assert.Equal(400, (await PostAsync(organiser, ("To", "all"), ("act", "tset"))).Status);
        Assert.False(await IsPlannedAsync(app));
        Assert.Equal(302, (await PostAsync(organiser, ("To", "en"))).Status);
        Assert.True(await IsPlannedAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_planned_stands_in_the_form_and_to_plan_it_anew_changes_nothing_else(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app);
        await ReadAsync(app);
        await organiser.FillAsync(Path, "form.stacked", null, ("To", "en"), ("When.Date", "2026-06-03"), ("When.Time", "09:00"));
        var planned = await PlanAsync();
        Assert.Equal("en", planned.Language);
        await organiser.FillAsync(Path, "form.stacked", null);
        Assert.Equal(planned, await PlanAsync());

        await PostAsync(organiser, ("To", "all"));
        app.Clock.Pass(NodaTime.Duration.FromMinutes(1));
        var page = await organiser.GetAsync(Path);
        Assert.Equal("", page.Html.QuerySelector("[name='When.Date']")!.GetAttribute("value") ?? "");

        Task<(string? Language, NodaTime.Instant At)> PlanAsync() => app.InDbAsync(async db =>
        {
            var mailing = await db.Mailings.AsNoTracking().SingleAsync();
            return (mailing.Language, mailing.PlannedFor);
        });
    }

    [Theory, OnEachDatabase]
    public async Task What_is_planned_of_a_draft_says_when_at_the_earliest_and_a_tab_from_before_that_it_has_gone(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app);
        await ReadAsync(app);
        await PostAsync(organiser, ("To", "all"));
        await app.GoOnAsync(30);
        Assert.Equal(["It is on its way already. To stop what has not left yet, withdraw the entry."],
            (await PostAsync(organiser, ("To", "all"))).AllProblems());

        var campaign = await app.InDbAsync(db => db.Organisations.Select(o => o.Id).SingleAsync());
        await app.Programme.AddEntry("Draft", EntryKind.Newsletter, false, e => e.OrganisationId = campaign);
        await organiser.FillAsync(
            "/organise/journal/draft/mailing", "form.stacked", null, ("When.Date", "2026-07-03"), ("When.Time", "09:00"));
        Assert.Contains("as soon as the entry is published, not before 3 July 2026, 08:00 UTC.",
            (await organiser.GetAsync("/organise/journal/draft/mailing")).Text(".desk h2 + p"), StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_follows_something_else_by_the_time_that_it_leaves_gets_none(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app);
        var other = await app.Programme.AddOrganisation("Other");
        await ReadAsync(app, "elsewhere@example.org");
        await ReadAsync(app, "of.both@example.org", Campaign + "&organisation=other");
        await ReadAsync(app, "of.all@example.org", "");
        await ReadAsync(app);
        await PostAsync(organiser, ("To", "all"));
        await app.GoOnAsync(30);
        await app.InDbAsync(db => db.Subscriptions.Where(s => s.Email == "elsewhere@example.org")
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Filter, "city=London")));
        Assert.Equal([("elsewhere@example.org", NotFollowed), ("of.both@example.org", null), ("of.all@example.org", null), (Email, null)],
            await WhyNotAsync());
        await app.InDbAsync(db => db.Journal.ExecuteUpdateAsync(s => s.SetProperty(e => e.OrganisationId, other)));
        (string?, string?)[] ofOther =
            [("elsewhere@example.org", NotFollowed), ("of.both@example.org", null), ("of.all@example.org", null), (Email, NotFollowed)];
        Assert.Equal(ofOther, await WhyNotAsync());

        async Task<IEnumerable<(string?, string?)>> WhyNotAsync() =>
            (await app.MailsAsync(SubscriptionMailKind.Newsletter)).Select(m => (m.Letter.Recipient, m.WhyNot));
    }

    const string NotFollowed = "The subscriber does not follow the organisation of the entry.";

    [Theory, OnEachDatabase]
    public async Task The_file_of_addresses_has_each_once_and_nothing_of_what_else_its_owner_follows(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var owner = await WithEntryAsync(app);
        await app.Programme.AddOrganisation("Other");
        await ReadAsync(app, query: Campaign + "&organisation=other&near=51.5074,-0.1278", shares: true);
        await ReadAsync(app, query: Campaign, shares: true);
        var lines = (await owner.GetAsync("/organise/organisations/homs-campaign/subscribers.csv")).Body
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith(Email + ",en,yes,2026-06-01T", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.DoesNotContain("51.5", string.Concat(lines), StringComparison.Ordinal);
    }
}
