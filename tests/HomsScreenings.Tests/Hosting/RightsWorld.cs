using System.Net.Http.Json;
using System.Text.RegularExpressions;
using HomsScreenings.Accounts;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Bookings;
using HomsScreenings.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace HomsScreenings.Tests.Hosting;

/// <summary>One of everything, belonging to one organisation, and eight people who ask for it.</summary>
sealed partial class RightsWorld
{
    const string Campaign = "Homs Campaign";

    /// <summary>Whose place in the answers is whose.</summary>
    public const int Visitor = 0, Guest = 1, Stranger = 2, Editor = 3, Owner = 4, SiteEditor = 5, Administrator = 6, Locked = 7;

    static readonly string[] Kinds = ["films", "people", "venues", "series", "organisations", "screenings", "journal"];

    sealed record Person(Client Client, string FormToken);

    readonly OnlyLook _look;
    readonly List<Person> _people = [];
    readonly Dictionary<string, string> _ids = [];
    string _guests = "", _owners = "", _preview = "", _comments = "", _subscribers = "", _waiting = "", _editor = "";
    int _requests;

    RightsWorld(OnlyLook look) => _look = look;

    public static async Task<RightsWorld> MakeAsync(ScreeningsApp app, OnlyLook look)
    {
        var world = new RightsWorld(look);
        await MakeProgrammeAsync(app);
        var locked = await app.AsOrganiserAsync();
        Client[] clients = [app.AsVisitor(), app.AsVisitor(), await app.AsOrganiserAsync("Somebody Else"),
            await app.AsOrganiserAsync(role: MemberRole.Editor), await app.AsOrganiserAsync(), await app.AsSiteEditorAsync(),
            await app.AsAdministratorAsync(), locked];
        await world.MakePrivateThingsAsync(app, clients);
        await app.InDbAsync(async db => await db.SetSiteRightsAsync(
            locked.UserId, new SiteRights(false, false, IsLocked: true), app.Clock.GetUtcNow(), CancellationToken.None));
        foreach (var client in clients) world._people.Add(new(client, await client.FormTokenAsync()));
        look.IsOn = true;
        return world;
    }

    /// <summary>Requests that were refused and tried to write nevertheless.</summary>
    public List<string> WritesOfTheRefused { get; } = [];

    /// <summary>What a route answers to each of the eight: + lets in, - not found, s asks to sign in, . not by this method.</summary>
    public async Task<string> AskAsync(HttpMethod method, string route, bool isDraft = false)
    {
        var answers = new char[_people.Count];
        for (var who = 0; who < answers.Length; who++) answers[who] = await AskAsync(method, route, who, isDraft);
        return new string(answers);
    }

    public async Task<char> AskAsync(HttpMethod method, string route, int who, bool isDraft = false)
    {
        var (client, token) = _people[who];
        var path = AddressOf(route, who, isDraft);
        using HttpContent? form = method == HttpMethod.Get ? null
            : route.EndsWith("/counts", StringComparison.Ordinal) ? JsonContent.Create(new
            {
                device = new string('0', 32),
                registers = Array.Empty<int>()
            })
            : new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        _look.Writes = 0;
        // Nobody is to be refused for asking often.
        var answer = await client.SendAsync(method, path, form, ("RequestVerificationToken", token),
            ("X-Forwarded-For", $"10.{++_requests / 250}.{_requests % 250}.1"));
        var outcome = OutcomeOf(answer, path);
        if (outcome != '+' && _look.Writes > 0) WritesOfTheRefused.Add($"{method} {path} by {who}");
        return outcome;
    }

    static char OutcomeOf(Answer answer, string path) => answer.Status switch
    {
        404 or 410 => '-',
        405 => '.',
        302 when answer.Location!.StartsWith("/account/sign-in", StringComparison.Ordinal) && path != "/account/sign-out" => 's',
        401 or 403 => 'f',
        400 when answer.Body.Contains("could not be told to be yours", StringComparison.Ordinal) => '?',
        _ => '+',
    };

    const string OfAnyKind = "/organise/{kind:regex", UnderAnyKind = "/{kind:regex";

    static bool IsOfAnyKind(string route) =>
        route.StartsWith(OfAnyKind, StringComparison.Ordinal) || route.StartsWith(UnderAnyKind, StringComparison.Ordinal);

    string AddressOf(string route, int who, bool isDraft) => Parameter().Replace(route, match => match.Groups["name"].Value switch
    {
        "slug" when IsOfAnyKind(route) => "films",
        "slug" => (isDraft ? "draft-" : "") + (Kinds.FirstOrDefault(k => route.Contains($"/{k}/{{slug",
            StringComparison.Ordinal)) ?? "screenings"),
        "token" when route.StartsWith("/bookings", StringComparison.Ordinal) => who == Guest ? _guests : "nobodys",
        "token" when route.StartsWith("/comments", StringComparison.Ordinal) => who == Guest ? _comments : "nobodys",
        "token" when route.StartsWith("/subscriptions", StringComparison.Ordinal) => who == Guest ? _subscribers : "nobodys",
        "token" when route.StartsWith("/interests", StringComparison.Ordinal) => who == Guest ? _waiting : "nobodys",
        "token" when route.StartsWith("/journal", StringComparison.Ordinal) => who == Owner ? _preview : "nobodys",
        "token" => who == Owner ? _owners : "nobodys",
        "id" => _ids.GetValueOrDefault(route, "1"),
        "userId" => _editor,
        "kind" => IsOfAnyKind(route) ? "films" : "screenings",
        "hash" => new string('0', 32),
        "width" => "320",
        "format" => "jpg",
        "year" => "2025",
        "documentName" => "v1",
        "status" => "500",
        "number" => "1",
        _ => "nothing",
    });

    static async Task MakeProgrammeAsync(ScreeningsApp app)
    {
        var campaign = await app.Programme.AddOrganisation(Campaign);
        await app.Programme.AddFilm("Return to Homs", and: f => (f.Slug, f.OrganisationId) = ("films", campaign));
        await app.Programme.AddPerson("Talal Derki", p => (p.Slug, p.OrganisationId) = ("people", campaign));
        await app.Programme.AddVenue("ICA", and: v => (v.Slug, v.OrganisationId) = ("venues", campaign));
        await app.Programme.AddSeries("The tour", and: s => (s.Slug, s.OrganisationId) = ("series", campaign));
        await app.Programme.AddFilm("Next film", and: f => (f.Slug, f.OrganisationId) = ("draft-films", campaign), published: false);
        await app.Programme.AddPerson("Somebody", p => (p.Slug, p.OrganisationId) = ("draft-people", campaign), published: false);
        await app.Programme.AddVenue("Next hall", and: v => (v.Slug, v.OrganisationId) = ("draft-venues", campaign), published: false);
        await app.Programme.AddSeries("Next tour", published: false, and: s => (s.Slug, s.OrganisationId) = ("draft-series", campaign));
        await app.Programme.AddScreening(organisation: Campaign, and: s =>
        {
            s.Slug = "screenings";
            s.Capacity = 50;
            s.GiveAwaySeats(_ => { });
        });
        await app.Programme.AddScreening(when: "2025-06-27 20:30");
        await app.Programme.AddScreening(organisation: Campaign, published: false, and: s => s.Slug = "draft-screenings");
        await app.Programme.AddEntry("An entry", and: e => (e.Slug, e.OrganisationId) = ("journal", campaign));
        await app.Programme.AddEntry("Next entry", published: false, and: e => (e.Slug, e.OrganisationId) = ("draft-journal", campaign));
        await app.InDbAsync(async db =>
        {
            db.Organisations.Single(o => o.Id == campaign).Slug = "organisations";
            await db.SaveChangesAsync();
        });
    }

    async Task MakePrivateThingsAsync(ScreeningsApp app, Client[] clients)
    {
        var (owner, now) = (clients[Owner].UserId, app.Clock.Now);
        _editor = $"{clients[Editor].UserId}";
        await app.InDbAsync(async db =>
        {
            var screening = db.Screenings.Single(s => s.Slug == "screenings");
            var booking = (await app.BookAsync(screening, email: "ana@example.org")).Booking!;
            _guests = db.IssueToken(TokenPurpose.Booking, booking.Id, now);
            _owners = db.IssueToken(TokenPurpose.Calendar, owner, now);
            _preview = db.IssueToken(TokenPurpose.EntryPreview, db.Journal.Single(e => e.Slug == "draft-journal").Id, now);
            var question = db.GuestQuestions.Add(new() { BookingId = booking.Id, Text = "Is there a lift?", AskedAt = now }).Entity;
            var invitation = db.Invitations.Add(new()
            {
                OrganisationId = screening.OrganisationId!.Value,
                Role = MemberRole.Editor,
                Email = "orwa@example.org",
                InvitedById = owner,
                ExpiresAt = now.Plus(NodaTime.Duration.FromDays(14)),
            }).Entity;
            var kept = db.KeptForms.Add(new() { UserId = owner, KeptAt = now, Address = "/organise/films/new", Fields = "[]" }).Entity;
            var film = db.Films.Single(f => f.Slug == "films");
            film.Pictures.Add(new()
            {
                Role = PictureRole.Still,
                Hash = new string('0', 32),
                Width = 320,
                Height = 200,
                Colour = "#000000",
            });
            var discussion = db.Discussions.Add(new() { FilmId = film.Id, IsOpen = true }).Entity;
            await db.SaveChangesAsync();
            var comment = Comment.Write(discussion.Id, null, "key", "Ana", "ana@example.org", "Moving.", "en", now);
            comment.Send(isHeld: true, now);
            db.Comments.Add(comment);
            await db.SaveChangesAsync();
            _comments = db.IssueToken(TokenPurpose.Comment, comment.Id, now);
            _ids["/organise/comments/{id:int}"] = $"{comment.Id}";
            var subscription = db.Subscriptions.Add(new()
            {
                Email = "ana@example.org",
                EmailKey = "ana@example.org",
                Filter = "",
                Language = "en",
                Rhythm = SubscriptionRhythm.Weekly,
                AskedAt = now,
                ToldUntil = now,
            }).Entity;
            await db.SaveChangesAsync();
            _subscribers = db.IssueToken(TokenPurpose.Subscription, subscription.Id, now);
            var interest = db.Interests.Add(new()
            {
                FilmId = film.Id,
                Email = "ana@example.org",
                EmailKey = "ana@example.org",
                Language = "en",
                Town = "Leeds",
                Country = "GB",
                Part = "ENG",
                Latitude = 53.8,
                Longitude = -1.55,
                Km = 25,
                AskedAt = now,
                LookedUntil = now,
            }).Entity;
            await db.SaveChangesAsync();
            _waiting = db.IssueToken(TokenPurpose.Interest, interest.Id, now);
            var mail = db.Outbox.Add(OutboxMessage.New(InvitationLetter.Kind, invitation.Id, now, language: "en")).Entity;
            await db.SaveChangesAsync();
            _ids["/organise/accounts/{id:int}"] = _editor;
            _ids["/organise/screenings/{slug}/guests/questions/{id:int}"] = $"{question.Id}";
            _ids["/organise/screenings/{slug}/guests/{id:int}/cancel"] = $"{booking.Id}";
            _ids["/organise/organisations/{slug}/invitations/{id:int}/revoke"] = $"{invitation.Id}";
            _ids["/organise/mail/{id:int}/link"] = $"{mail.Id}";
            const string kinds = "(^(films|people|venues|series|organisations)$)";
            _ids[$"{OfAnyKind}{kinds}}}/{{slug}}/pictures/{{id:int}}"] = $"{film.Pictures[0].Id}";
            _ids["/account/kept/{id:guid}"] = $"{kept.Id}";
        });
    }

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
