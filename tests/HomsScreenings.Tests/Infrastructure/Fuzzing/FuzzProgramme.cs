using HomsScreenings.Accounts;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Tests.Bookings;
using NodaTime;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>What requests can ask for: a small programme with one of everything, and what addresses call it.</summary>
static class FuzzProgramme
{
    public const string Organisation = "Campaign";

    const string Tonight = "2026-06-01 20:30";

    /// <returns>The values of the parameters of routes, by the name of the parameter or of kind and parameter.</returns>
    public static async Task<Dictionary<string, string[]>> MakeAsync(ScreeningsApp app, int owner)
    {
        var house = await AddAsync(app, 500, when: Tonight, at: "ICA");
        var small = await AddAsync(app, 1, r => r.OfferHours = 1, "Ghost Town", "2026-06-01 22:00", "Bertha DocHouse", "The tour");
        var mailed = await AddAsync(app, 20, r => r.ConfirmByLink = true, when: "2026-06-02 20:30");
        var draft = await app.Programme.AddScreening(published: false, organisation: Organisation);
        var past = await app.Programme.AddScreening(when: "2025-06-27 20:30", organisation: Organisation);
        var later = await app.Programme.AddScreening("Ghost Town", "2026-08-01", at: null, organisation: Organisation);
        var cancelled = await app.Programme.AddScreening(when: "2026-07-27 20:30", organisation: Organisation, and: s => s.Cancel("Ill."));
        await app.Programme.AddPerson("Talal Derki");
        // One who has a seat, one who waits, one who has been offered what the first gave back, one who has yet to confirm.
        var bookings = new[] { await app.BookAsync(house, people: 2), await app.BookAsync(small), await app.BookAsync(small),
            await app.BookAsync(small), await app.BookAsync(mailed) }.Select(b => b.Booking!.Id).ToArray();
        await app.AtBoxOfficeAsync(office => office.CancelAsync(bookings[1], byOrganiser: false, CancellationToken.None));
        Screening[] screenings = [house, small, mailed, draft, past, later, cancelled];
        return await app.InDbAsync(async db =>
        {
            var values = await NamesAsync(db, screenings);
            await AddPrivateThingsAsync(db, values, owner, bookings, app.Clock.Now);
            return values;
        });
    }

    static Task<Screening> AddAsync(ScreeningsApp app, int seats, Action<SeatRules>? rules = null, string film = "Return to Homs",
        string when = Tonight, string at = "ICA", string? series = null) => app.Programme.AddScreening(film, when, at, series, Organisation,
            and: s =>
            {
                s.Capacity = seats;
                s.GiveAwaySeats(rules ?? (_ => { }));
            });

    static async Task<Dictionary<string, string[]>> NamesAsync(ScreeningsDb db, IEnumerable<Screening> screenings)
    {
        var campaign = db.Organisations.Single(o => o.Name == Organisation);
        foreach (var film in db.Films) film.OrganisationId = campaign.Id;
        foreach (var venue in db.Venues) venue.OrganisationId = campaign.Id;
        foreach (var series in db.Series) series.OrganisationId = campaign.Id;
        foreach (var person in db.People) person.OrganisationId = campaign.Id;
        await db.SaveChangesAsync();
        return new(StringComparer.Ordinal)
        {
            ["slug"] = [.. screenings.Select(s => s.Slug)],
            ["films slug"] = [.. db.Films.OrderBy(f => f.Id).Select(f => f.Slug)],
            ["people slug"] = [.. db.People.Select(p => p.Slug)],
            ["venues slug"] = [.. db.Venues.OrderBy(v => v.Id).Select(v => v.Slug)],
            ["series slug"] = [.. db.Series.Select(s => s.Slug)],
            ["organisations slug"] = [campaign.Slug],
            ["kind"] = ["screenings", "films", "series", "venues", "organisations"],
            ["year"] = ["2025", "2026"],
            ["status"] = ["404", "500", "410"],
            ["documentName"] = ["v1"],
        };
    }

    static async Task AddPrivateThingsAsync(ScreeningsDb db, Dictionary<string, string[]> values, int owner, int[] bookings, Instant now)
    {
        var campaign = db.Organisations.Single(o => o.Name == Organisation).Id;
        var soon = now + Duration.FromDays(10);
        string New(TokenPurpose purpose, int subject) => db.IssueToken(purpose, subject, now);
        values["token"] = [.. bookings.Select(b => New(TokenPurpose.Booking, b))];
        values["calendar token"] = [New(TokenPurpose.Calendar, owner)];
        values["guests id"] = [.. bookings.Select(b => $"{b}")];
        var question = db.GuestQuestions.Add(new() { BookingId = bookings[0], Text = "Is there a lift?", AskedAt = now }).Entity;
        var invitation = db.Invitations.Add(new()
        {
            OrganisationId = campaign,
            Role = MemberRole.Editor,
            Email = "orwa@example.org",
            InvitedById = owner,
            ExpiresAt = soon,
        }).Entity;
        var kept = db.KeptForms.Add(new()
        {
            UserId = owner,
            KeptAt = now,
            Address = "/organise/films/new",
            Fields = """[{"Key":"Input.Title","Value":"Homs"}]""",
        }).Entity;
        await db.SaveChangesAsync();
        var mail = db.Outbox.Add(OutboxMessage.New(InvitationLetter.Kind, invitation.Id, now, language: "en")).Entity;
        values["invitation"] = [$"?token={New(TokenPurpose.Invitation, invitation.Id)}"];
        values["reset-password"] = [$"?account={owner}&token={New(TokenPurpose.PasswordReset, owner)}"];
        await db.SaveChangesAsync();
        values["questions id"] = [$"{question.Id}"];
        values["invitations id"] = [$"{invitation.Id}"];
        values["mail id"] = [$"{mail.Id}"];
        values["kept id"] = [$"{kept.Id}"];
        values["accounts id"] = values["userId"] = [$"{owner}"];
    }
}
