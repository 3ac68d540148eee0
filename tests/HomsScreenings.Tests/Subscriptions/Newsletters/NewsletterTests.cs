using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using HomsScreenings.Subscriptions.Letters;
using HomsScreenings.Subscriptions.Newsletters;
using HomsScreenings.Tests.Pages.Organise;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static HomsScreenings.Tests.Subscriptions.SubscriptionSteps;

namespace HomsScreenings.Tests.Subscriptions.Newsletters;

/// <summary>From the entry of an organisation to the mail that its readers get. The clock stands on Monday 1 June 2026, noon.</summary>
public sealed class NewsletterTests
{
    const string Path = "/organise/journal/spring-letter/mailing", Campaign = "?organisation=homs-campaign";

    static readonly (string, string?)[] Wanted = [("Input.Choice.Rhythm", "never"), ("Input.Choice.Newsletters", "true")];

    // The entry of the campaign, with an organiser of it.
    static async Task<Client> WithEntryAsync(ScreeningsApp app, bool published = true, Action<JournalEntry>? and = null)
    {
        var organiser = await app.AsOrganiserAsync(role: MemberRole.Editor);
        var campaign = await app.Programme.AddOrganisation("Homs Campaign");
        await app.Programme.AddEntry("Spring letter", EntryKind.Newsletter, published, e =>
        {
            (e.OrganisationId, e.Body) = (campaign, "Dear friends,\n\n![](1)\n\n- the **tour** begins");
            and?.Invoke(e);
        });
        return organiser;
    }

    // Newsletters and nothing else, but for what is changed.
    static async Task<string> ReadAsync(ScreeningsApp app, string email = Email, string query = Campaign, string language = "",
        params (string, string?)[] more)
    {
        var (visitor, path) = (app.AsVisitor(), $"{language}/subscribe/email{query}");
        var form = await visitor.GetAsync(path);
        app.Clock.Pass(AtTheForm.AWhile);
        Assert.Equal(303, (await visitor.SubmitAsync(form, path, changes: [("Input.Email", email), .. Wanted, .. more])).Status);
        var page = await app.LinkOfSubscriberAsync();
        Assert.Equal(303, (await app.ActAsync(page, "confirm")).Status);
        return page;
    }

    static Task<IReadOnlyList<WaitingMail>> NewslettersAsync(ScreeningsApp app) => app.MailsAsync(SubscriptionMailKind.Newsletter);

    static Task<Answer> PlanAsync(Client organiser, params (string, string?)[] changes) =>
        organiser.FillAsync(Path, "form.stacked", null, changes);

    static async Task<string> StateAsync(Client organiser) =>
        (await organiser.GetAsync(Path)).Text(".desk h2 + p")!;

    [Theory, OnEachDatabase]
    public async Task It_goes_once_to_each_address_in_its_language_and_is_in_no_digest_of_theirs(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app, published: false, e =>
        {
            e.Translations.Add(new() { Language = "ar", Title = "رسالة", Body = "أصدقاءنا" });
        });
        Assert.Equal(["There is nobody to send it to."], (await PlanAsync(organiser)).AllProblems());
        await ReadAsync(app);
        await ReadAsync(app, query: Campaign + "&city=London"); // the same address once more
        await ReadAsync(app, "huda@example.org", "", "/ar", ("Input.Choice.Rhythm", "at-once"));
        await app.FollowAsync(Campaign, email: "digest.only@example.org");
        await ReadAsync(app, "elsewhere@example.org", "?organisation=" + await OtherAsync(app));

        var page = await organiser.GetAsync(Path);
        Assert.Equal(["All who take the newsletter (2)", "Only those who read English (1)", "Only those who read العربية (1)"],
            page.Texts("select[name=To] option"));
        Assert.Equal(302, (await PlanAsync(organiser)).Status);
        await app.GoOnAsync(30);
        Assert.Empty(await NewslettersAsync(app)); // it is a draft
        await organiser.FillAsync("/organise/journal/spring-letter/publish");
        await app.GoOnAsync();
        await app.GoOnAsync(60);

        var mails = await NewslettersAsync(app);
        Assert.Equal([(Email, "en", "Spring letter"), ("huda@example.org", "ar", "رسالة")],
            mails.Select(m => (m.Letter.Recipient, m.Letter.Language.Tag, m.Subject)));
        Assert.Equal("""
            == Spring letter

            Homs Campaign

            Dear friends,

            - the **tour** begins

            Read it on the site
            https://screenings.test/journal/spring-letter

            -- 
            You get this newsletter because you asked Homs Screenings for it with:
            Homs Campaign.

            Change or pause these emails
            https://screenings.test/subscriptions/SECRET

            Unsubscribe
            https://screenings.test/subscriptions/SECRET/unsubscribe

            Nothing is tracked: nobody learns whether you open this email or follow
            a link in it.

            """, mails[0].Text.Replace("⁨", "", StringComparison.Ordinal).Replace("⁩", "", StringComparison.Ordinal));
        Assert.Equal("homs-campaign.newsletters.screenings.test", mails[0].Letter.ListId(new("S", ScreeningsApp.BaseUrl)));
        Assert.Equal(["digest.only@example.org"],
            (await app.MailsAsync()).Where(m => m.WhyNot is null).Select(m => m.Letter.Recipient));
        Assert.Contains("to 2 addresses", await StateAsync(organiser), StringComparison.Ordinal);
        Assert.Equal(["It is on its way already. To stop what has not left yet, withdraw the entry."],
            (await PostActAsync(organiser, "call-back")).AllProblems());
    }

    static async Task<string> OtherAsync(ScreeningsApp app)
    {
        await app.Programme.AddOrganisation("Other");
        return "other";
    }

    static async Task<Answer> PostActAsync(Client organiser, string act) => await organiser.SendAsync(HttpMethod.Post, Path,
        new FormUrlEncodedContent([new("act", act), new("__RequestVerificationToken", await organiser.FormTokenAsync())]));

    [Theory, OnEachDatabase]
    public async Task It_is_called_back_for_five_minutes_and_leaves_at_the_time_that_was_chosen(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app);
        await ReadAsync(app);
        await PlanAsync(organiser);
        await app.GoOnAsync(4);
        Assert.Equal(302, (await PostActAsync(organiser, "call-back")).Status);
        await app.GoOnAsync(60);
        Assert.Empty(await NewslettersAsync(app));
        Assert.EndsWith("It is not sent by email so far.", await StateAsync(organiser), StringComparison.Ordinal);

        Assert.Equal(["On which day?"], (await PlanAsync(organiser, ("When.Time", "09:00"))).Texts(".field .error"));
        Assert.Equal(["That is over already."], (await PlanAsync(organiser, ("When.Date", "2026-05-01"), ("When.Time", "09:00")))
            .Texts(".field .error"));
        await PlanAsync(organiser, ("When.Date", "2026-06-03"), ("When.Time", "09:00"));
        Assert.Contains("It goes to all who take the newsletter on 3 June 2026, 08:00 UTC.",
            await StateAsync(organiser), StringComparison.Ordinal);
        await app.GoOnAsync(24 * 60);
        Assert.Empty(await NewslettersAsync(app));
        await app.GoOnAsync(24 * 60);
        Assert.Single(await NewslettersAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task Two_processes_at_once_queue_it_once_and_who_left_paused_or_no_longer_wants_it_gets_none(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app);
        var paused = await ReadAsync(app, "paused@example.org");
        var gone = await ReadAsync(app, "gone@example.org");
        var tired = await ReadAsync(app, "tired@example.org");
        await ReadAsync(app);
        await app.ActAsync(await ReadAsync(app, "away@example.org"), "pause-1");
        await PlanAsync(organiser);
        app.Clock.Pass(MailingPlan.CanBeCalledBackFor);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            app.InDbAsync(db => DueMailings.RunAsync(db, app.Clock.Now, CancellationToken.None))));
        Assert.Equal(4, (await NewslettersAsync(app)).Count);

        await app.ActAsync(paused, "pause-1");
        await app.ActAsync(gone, "stop");
        Assert.StartsWith("0 have left, 3 wait, 0 were not sent; of 1 nothing is known any more,",
            (await organiser.GetAsync(Path)).Text(".desk h2 + p + p"), StringComparison.Ordinal);
        await app.ActAsync(tired, "choose", ("Choice.Rhythm", "monthly"));
        Assert.Equal([("paused@example.org", "The subscriber has paused."),
            ("tired@example.org", "The subscriber wants no newsletters any more."), (Email, null)],
            (await NewslettersAsync(app)).Select(m => (m.Letter.Recipient, m.WhyNot)));
        await organiser.FillAsync("/organise/journal/spring-letter/withdraw", ("Reason", "An error."));
        Assert.Equal("The entry of the journal is not public any more.", (await NewslettersAsync(app))[^1].WhyNot);
    }

    [Theory, OnEachDatabase]
    public async Task It_is_previewed_in_frames_that_can_do_nothing_and_a_test_goes_to_oneself_alone(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await WithEntryAsync(app, published: false, e => e.Body = "<script>alert(1)</script> [link](javascript:alert(1))");
        await app.Programme.AddScreening();
        await ReadAsync(app);
        var page = await organiser.GetAsync(Path);
        Assert.EndsWith("; frame-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(2, page.Html.QuerySelectorAll("iframe[sandbox='']").Length);
        var frame = await organiser.GetAsync(page.Html.QuerySelector("iframe")!.GetAttribute("src")!);
        Assert.Equal((200, $"default-src 'none'; style-src '{LetterHtml.StyleHash}'; form-action 'none'; "
            + "frame-ancestors 'self'; base-uri 'none'; sandbox"), (frame.Status, frame.Header("Content-Security-Policy")));
        Assert.Empty(frame.Html.QuerySelectorAll("script, [href^=javascript]"));
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/journal/spring-letter")).Status);

        Assert.Equal(302, (await PostActAsync(organiser, "test")).Status);
        var test = Assert.Single(await app.MailsAsync(NewsletterTestComposer.Kind));
        var own = await app.InDbAsync(db => db.Users.Where(u => u.Id == organiser.UserId).Select(u => u.Email).SingleAsync());
        Assert.Equal((own, "Test: Spring letter", null, null),
            (test.Letter.Recipient, test.Subject, test.WhyNot, test.Letter.Token));
        Assert.DoesNotContain("subscriptions/", test.Text, StringComparison.Ordinal);
        Assert.Empty(await NewslettersAsync(app));
    }

    [Theory, OnEachDatabase]
    public async Task Its_headings_leave_no_level_out_its_subject_is_the_real_one_and_no_sample_is_announced(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var film = await app.Programme.AddFilm("Return to Homs");
        var organiser = await WithEntryAsync(app, and: e =>
        {
            e.Body = "Dear friends,\n\n# What is new\n\n## In May";
            e.SetSubjects([new EntrySubject { FilmId = film }]);
        });
        await app.Programme.AddScreening();
        await app.InDbAsync(db => db.Screenings.ExecuteUpdateAsync(u => u.SetProperty(s => s.IsSample, true)));
        var page = await organiser.GetAsync(Path);
        Assert.Equal("Subject: Spring letter", page.Text("nav + form + p"));
        var frame = await organiser.GetAsync(page.Html.QuerySelector("iframe")!.GetAttribute("src")!);
        Assert.Equal(["H1 Spring letter", "H2 What is new", "H3 In May"],
            frame.Html.QuerySelectorAll("h1, h2, h3, h4").Select(h => $"{h.TagName} {h.TextContent}"));
    }

    [Theory, OnEachDatabase]
    public async Task The_desk_leads_from_no_newsletter_to_one_that_is_sent(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync(role: MemberRole.Editor);
        foreach (var path in new[] { "/organise/journal", "/organise/subscribers" })
            Assert.Contains("/organise/journal/new?kind=Newsletter", (await organiser.GetAsync(path)).Links(".desk a"));
        var form = await organiser.GetAsync("/organise/journal/new?kind=Newsletter");
        Assert.Equal("Newsletter", form.Text("select[name='Input.Kind'] option[selected]"));
        await organiser.SubmitAsync(form, "/organise/journal/new", "form.stacked", null, ("Input.Title", "Spring letter"));
        var published = await organiser.FillAsync("/organise/journal/spring-letter/publish");
        Assert.Equal("Published: everybody can see it now. It is not sent yet: that is done under 'Send by email'.",
            (await organiser.GetAsync(published.Header("Location")!)).Text(".done"));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_the_sites_own_is_given_to_an_organisation_before_it_is_sent(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await WithEntryAsync(app, and: e => e.OrganisationId = null);
        var administrator = await app.AsAdministratorAsync();
        const string Edit = "/organise/journal/spring-letter/edit";
        Assert.Equal([Edit], (await administrator.GetAsync(Path)).Links(".notice a"));
        var campaign = await app.InDbAsync(db => db.Organisations.Where(o => o.Slug == "homs-campaign").Select(o => o.Id).SingleAsync());
        await administrator.FillAsync(Edit, "form.stacked", null, [("OrganisationId", $"{campaign}")]);
        Assert.Contains("All who take the newsletter (0)", (await administrator.GetAsync(Path)).Texts("select[name=To] option"));
        Assert.Empty((await administrator.GetAsync(Edit)).Html.QuerySelectorAll("[name=OrganisationId]"));
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_reads_one_on_the_site_finds_where_to_ask_for_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await WithEntryAsync(app);
        const string Form = "/subscribe/email?organisation=homs-campaign";
        var page = await app.AsVisitor().GetAsync("/journal/spring-letter");
        Assert.Contains(Form, page.Links(".entry > p a"));
        Assert.Contains(Form, (await app.AsVisitor().GetAsync("/organisations/homs-campaign")).Links(".follow a"));
        Assert.Contains("/subscribe/email", (await app.AsVisitor().GetAsync("/journal")).Links(".follow a"));
    }

    [Theory, OnEachDatabase]
    public async Task Owners_take_along_the_addresses_of_those_who_agreed_and_no_others(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        const string File = "/organise/organisations/homs-campaign/subscribers.csv";
        var editor = await WithEntryAsync(app);
        var owner = await app.AsOrganiserAsync();
        await ReadAsync(app);
        var agreed = await ReadAsync(app, "agreed@example.org", more: ("Input.Choice.SharesAddress", "true"));
        await ReadAsync(app, "of.all@example.org", "", more: ("Input.Choice.SharesAddress", "true")); // nobody to share it with
        Assert.Equal(404, (await editor.GetAsync(File)).Status);
        Assert.Equal("Homs Campaign: 3 take the newsletter, 1 let you have their address. Download the addresses",
            (await owner.GetAsync("/organise/subscribers")).Text(".desk > ul li"));
        Assert.Equal(200, (await owner.SendAsync(HttpMethod.Head, File)).Status);
        Assert.False(await app.InDbAsync(db => db.SecurityEvents.AnyAsync(e => e.Kind == SecurityEventKind.AddressesExported)));
        var file = await owner.GetAsync(File);
        Assert.Equal((200, "no-store, private"), (file.Status, file.Header("Cache-Control")));
        Assert.Equal(["email,language,newsletter,asked_at,confirmed_at,address_shared_at",
            "agreed@example.org,en,yes,2026-06-01T12:00:10Z,2026-06-01T12:00:10Z,2026-06-01T12:00:10Z"],
            file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.True(await app.InDbAsync(db => db.SecurityEvents.AnyAsync(e => e.Kind == SecurityEventKind.AddressesExported)));

        var choose = await app.AsVisitor().GetAsync(agreed + "/filter?organisation=homs-campaign&city=London");
        await app.AsVisitor().SubmitAsync(choose, agreed, "section[aria-labelledby=chosen] form");
        Assert.Single((await owner.GetAsync(File)).Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory, OnEachDatabase]
    public async Task Newsletters_are_offered_where_somebody_writes_them_and_nothing_at_all_is_not_subscribed_to(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await WithEntryAsync(app);
        await app.Programme.AddScreening();
        var visitor = app.AsVisitor();
        var ofCity = await visitor.GetAsync("/subscribe/email?city=London");
        Assert.Empty(ofCity.Html.QuerySelectorAll("[type=checkbox], option[value=never]"));
        Assert.Single((await visitor.GetAsync("/subscribe/email")).Html.QuerySelectorAll("[type=checkbox]"));
        Assert.Empty((await visitor.GetAsync("/subscribe/email" + Campaign)).Html.QuerySelectorAll("[checked]"));
        Assert.Equal(422, (await app.SignUpAsync(Campaign, rhythm: "never")).Status);

        var page = await ReadAsync(app);
        Assert.Equal(422, (await app.ActAsync(page, "choose", ("Choice.Rhythm", "never"))).Status);
        var choose = await visitor.GetAsync(page + "/filter?city=London");
        await visitor.SubmitAsync(choose, page, "section[aria-labelledby=chosen] form");
        Assert.Equal(SubscriptionRhythm.Weekly, await app.InDbAsync(db => db.Subscriptions.Select(s => s.Rhythm).SingleAsync()));
    }
}
