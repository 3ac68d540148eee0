using HomsScreenings.Model;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.Venues;

public sealed class VenueDeskTests
{
    const string New = "/organise/venues/new";

    static readonly (string, string?)[] Phoenix =
    [
        ("Input.Name", "Phoenix Cinema"), ("Input.Area", "East Finchley"), ("Input.City", "London"), ("Input.Country", "GB"),
    ];

    static string Edit(string slug) => $"/organise/venues/{slug}/edit";

    static Task<Venue> VenueAsync(ScreeningsApp app, string name) =>
        app.InDbAsync(db => db.Venues.Include(v => v.Rooms.OrderBy(r => r.Position)).SingleAsync(v => v.Name == name));

    static Task<Screening> ScreeningAsync(ScreeningsApp app, int id) => app.InDbAsync(db => db.Screenings.SingleAsync(s => s.Id == id));

    static string? ErrorOf(Answer page, string field) => page.Text($"#{field.Replace('.', '_').Replace('[', '_').Replace(']', '_')}-error");

    [Theory, OnEachDatabase]
    public async Task An_organiser_adds_the_Phoenix_and_it_is_stored_as_typed(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var saved = await (await app.AsOrganiserAsync("Homs Campaign")).FillAsync(New, [.. Phoenix,
            ("Input.Address", "52 High Road"), ("Input.PostalCode", "N2 9PJ"),
            ("Input.Position", "51.5879, -0.1636"), ("Input.StepFree", "Yes"), ("Input.HearingLoop", "No"),
            ("Input.WheelchairPlaces", "3"), ("Input.Rooms[0].Name", "Screen 1"),
            ("Input.Rooms[0].Seats", "255"), ("Input.Rooms[1].Name", "Screen 2")]);

        Assert.Equal((302, "/organise/venues/phoenix-cinema/edit"), (saved.Status, saved.Location));
        var venue = await VenueAsync(app, "Phoenix Cinema");
        Assert.Equal(("52 High Road", "East Finchley", "London", "N2 9PJ", "GB", "Europe/London"),
            (venue.Address, venue.Area, venue.City, venue.PostalCode, venue.Country, venue.TimeZone));
        Assert.Equal((51.5879, -0.1636), (venue.Latitude, venue.Longitude));
        Assert.Equal((Known.Yes, Known.No, Known.Unknown, 3),
            (venue.StepFree, venue.HearingLoop, venue.AccessibleToilet, venue.WheelchairPlaces));
        Assert.Equal([("Screen 1", 255), ("Screen 2", null)], venue.Rooms.Select(r => (r.Name, r.Seats)));
        Assert.Equal(await app.Programme.AddOrganisation("Homs Campaign"), venue.OrganisationId);
    }

    [Theory, OnEachDatabase]
    public async Task A_venue_that_is_added_is_shown_to_the_public_once_it_is_published(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/venues/phoenix-cinema")).Status);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Phoenix);
        Assert.Equal(404, (await app.AsVisitor().GetAsync("/venues/phoenix-cinema")).Status);
        await organiser.FillAsync("/organise/venues/phoenix-cinema/publish");
        var page = await app.AsVisitor().GetAsync("/venues/phoenix-cinema");
        Assert.Equal((200, "Phoenix Cinema"), (page.Status, page.Text("h1")));
    }

    [Theory, OnEachDatabase]
    public async Task An_edit_unchanged_changes_nothing_and_a_change_is_in_the_history(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, [.. Phoenix, ("Input.Position", "51.5879, -0.1636"), ("Input.Rooms[0].Name", "Screen 1")]);
        await organiser.FillAsync(Edit("phoenix-cinema"));
        Assert.Equal(1, (await VenueAsync(app, "Phoenix Cinema")).Version);

        await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.Area", "Finchley"));
        var page = await organiser.GetAsync(Edit("phoenix-cinema"));
        Assert.Equal("Area: East Finchley → Finchley", page.Text(".history li li"));
        Assert.Contains(organiser.Email!, page.Text(".history")!, StringComparison.Ordinal);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var page = await organiser.FillAsync(New,
            ("Input.Name", ""), ("Input.City", ""), ("Input.Area", "!!!"), ("Input.Country", "ZZ"),
            ("Input.TimeZone", "London"), ("Input.Website", "javascript:alert(1)"), ("Input.WheelchairPlaces", "many"),
            ("Input.PostalCode", new string('9', 21)), ("Input.Rooms[0].Name", ""),
            ("Input.Rooms[0].Seats", "50"), ("Input.Rooms[1].Name", "Hall"), ("Input.Rooms[1].Seats", "0"));

        Assert.Equal(422, page.Status);
        Assert.Equal("The venue needs a name.", ErrorOf(page, "Input.Name"));
        Assert.Equal("The venue needs a town.", ErrorOf(page, "Input.City"));
        Assert.Equal("Part of town needs a letter or a digit.", ErrorOf(page, "Input.Area"));
        Assert.Equal("Country is a country code of two letters, such as GB or US.", ErrorOf(page, "Input.Country"));
        Assert.Equal("Time zone is a name such as Europe/London; choose one of the list.", ErrorOf(page, "Input.TimeZone"));
        Assert.Equal("Website is a web address such as https://example.org.", ErrorOf(page, "Input.Website"));
        Assert.Equal("'many' is not a value for Wheelchair places.", ErrorOf(page, "Input.WheelchairPlaces"));
        Assert.Equal("Postal code is at most 20 characters long.", ErrorOf(page, "Input.PostalCode"));
        Assert.Equal("Which room has these seats?", ErrorOf(page, "Input.Rooms[0].Name"));
        Assert.Equal("Seats is a number from 1 to 100000.", ErrorOf(page, "Input.Rooms[1].Seats"));
        Assert.Equal(["London", "javascript:alert(1)", "many", "50", "Hall", "0"],
            new[] { "TimeZone", "Website", "WheelchairPlaces", "Rooms[0].Seats",
                "Rooms[1].Name", "Rooms[1].Seats" }.Select(f => page.Html.QuerySelector($"[name='Input.{f}']")!.GetAttribute("value")));
        Assert.Equal(0, await app.InDbAsync(db => db.Venues.CountAsync()));
    }

    [Theory]
    [InlineData("US", "45.5152, -122.6784", "The venue needs a time zone; United States has several.")]
    [InlineData("CY", "", "The venue needs a time zone; Cyprus has several: Asia/Nicosia, Asia/Famagusta.")]
    [InlineData("", "", "The venue needs a time zone, such as Europe/London.")]
    [InlineData("GB", "somewhere", null)]
    public async Task A_time_zone_is_suggested_where_none_is_typed(string country, string position, string? sentence)
    {
        await using var app = await ScreeningsApp.StartAsync(Database.Sqlite);
        var page = await (await app.AsOrganiserAsync())
            .FillAsync(New, [.. Phoenix, ("Input.City", "Nowhereville"), ("Input.Country", country), ("Input.Position", position)]);
        Assert.Equal((422, sentence), (page.Status, ErrorOf(page, "Input.TimeZone")));
        Assert.Equal(
            position == "somewhere"
                ? "Coordinates are two numbers, north and east, such as '51.5879, -0.1636', or the address of a place on a map site."
                : null, ErrorOf(page, "Input.Position"));
    }

    [Theory, OnEachDatabase]
    public async Task More_rows_are_given_without_saving_or_scolding(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var page = await (await app.AsOrganiserAsync()).FillAsync(New, ("Input.Rooms[2].Name", "Foyer"), ("more", "rooms"));
        Assert.Equal(200, page.Status);
        Assert.Empty(page.Texts(".error"));
        Assert.Equal(["", "", "Foyer", "", "", ""],
            page.Html.QuerySelectorAll("input[name^='Input.Rooms'][name$='.Name']").Select(i => i.GetAttribute("value") ?? ""));
        Assert.Equal(0, await app.InDbAsync(db => db.Venues.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_likely_duplicate_is_asked_about_and_saved_once_it_is_another_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await app.Programme.AddVenue("The Phoenix");
        await app.Programme.AddVenue("Phoenix Bristol", city: "Bristol");
        var organiser = await app.AsOrganiserAsync();

        var asked = await organiser.FillAsync(New, Phoenix);
        Assert.Equal((422, "The Phoenix, London"), (asked.Status, asked.Text(".twins li")));
        Assert.Single(asked.Texts(".twins li"));
        Assert.False(await app.InDbAsync(db => db.Venues.AnyAsync(v => v.Name == "Phoenix Cinema")));

        var saved = await organiser.SubmitAsync(asked, New, changes: ("Input.ConfirmedNew", "true"));
        Assert.Equal((302, "/organise/venues/phoenix-cinema/edit"), (saved.Status, saved.Location));
        Assert.Equal(302, (await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.Directions", "Beside the station."))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task Pressing_twice_adds_one(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var page = await organiser.GetAsync(New);
        var statuses = new[] { (await organiser.SubmitAsync(page, New, changes: Phoenix)).Status,
            (await organiser.SubmitAsync(page, New, changes: Phoenix)).Status };
        Assert.Equal([302, 422], statuses);
        Assert.Equal(1, await app.InDbAsync(db => db.Venues.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Who_comes_too_late_sees_what_was_changed_and_decides(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var (early, late) = (await app.AsOrganiserAsync(), await app.AsOrganiserAsync());
        await early.FillAsync(New, Phoenix);
        var open = await late.GetAsync(Edit("phoenix-cinema"));
        await early.FillAsync(Edit("phoenix-cinema"), ("Input.Area", "Finchley"));

        var shown = await late.SubmitAsync(open, Edit("phoenix-cinema"), changes: ("Input.Address", "52 High Road"));
        Assert.Equal((409, "Area: East Finchley → Finchley"), (shown.Status, shown.Text(".conflict li")));
        Assert.Equal("52 High Road", shown.Html.QuerySelector("[name='Input.Address']")!.GetAttribute("value"));
        Assert.Null((await VenueAsync(app, "Phoenix Cinema")).Address);

        Assert.Equal(302, (await late.SubmitAsync(shown, Edit("phoenix-cinema"))).Status);
        var venue = await VenueAsync(app, "Phoenix Cinema");
        Assert.Equal(("52 High Road", "East Finchley"), (venue.Address, venue.Area));
    }

    [Theory, OnEachDatabase]
    public async Task A_stranger_may_look_at_the_list_and_finds_no_form(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        await (await app.AsOrganiserAsync("Homs Campaign")).FillAsync(New, Phoenix);
        var stranger = await app.AsOrganiserAsync("Another House");
        Assert.Equal("Look only", (await stranger.GetAsync("/organise/venues")).Text("tbody td:last-child"));
        foreach (var address in new[] { Edit("phoenix-cinema"), "/organise/venues/phoenix-cinema/delete" })
        {
            Assert.Equal(404, (await stranger.GetAsync(address)).Status);
            Assert.Equal(404, (await stranger.SubmitAsync(await stranger.GetAsync(New), address)).Status);
        }
        Assert.Equal(200, (await (await app.AsSiteEditorAsync()).GetAsync(Edit("phoenix-cinema"))).Status);
        Assert.Equal(302, (await app.AsVisitor().GetAsync(Edit("phoenix-cinema"))).Status);
    }

    [Theory, OnEachDatabase]
    public async Task One_s_own_venues_come_first_and_fifty_make_a_page(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        foreach (var n in Enumerable.Range(1, 50)) await app.Programme.AddVenue($"Arts House {n:00}");
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Phoenix);
        var first = await organiser.GetAsync("/organise/venues");
        Assert.Equal("Phoenix Cinema", first.Text("tbody th"));
        Assert.Equal(50, first.Texts("tbody tr").Count);
        Assert.Equal(["Arts House 50"], (await organiser.GetAsync("/organise/venues?page=2")).Texts("tbody th"));
        Assert.Equal(["Phoenix Cinema"], (await organiser.GetAsync("/organise/venues?q=finchley")).Texts("tbody th"));
        Assert.Equal(400, (await organiser.GetAsync("/organise/venues?page=none")).Status);
    }

    [Theory, OnEachDatabase]
    public async Task A_room_may_get_another_name_but_not_go_while_a_screening_uses_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        await organiser.FillAsync(New, [.. Phoenix, ("Input.Rooms[0].Name", "Screen 1"), ("Input.Rooms[1].Name", "Foyer")]);
        var screening = await app.Programme.AddScreening(at: "Phoenix Cinema", organisation: "Homs Campaign");
        await app.InDbAsync(async db =>
        {
            var venue = await db.Venues.Include(v => v.Rooms).SingleAsync();
            (await db.Screenings.Include(s => s.Films).ThenInclude(f => f.Film.RunningTimes).SingleAsync())
                .PlaceAt(venue, venue.Rooms.Single(r => r.Name == "Screen 1"));
            await db.SaveChangesAsync();
        });

        var refused = await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.Rooms[0].Name", ""));
        Assert.Equal((422, "The room 'Screen 1' cannot go: it is used by Return to Homs, Saturday 27 June 2026."),
            (refused.Status, refused.Text("#Input_Rooms .error")));

        var room = (await ScreeningAsync(app, screening.Id)).RoomId;
        await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.Rooms[0].Name", "Great Screen"), ("Input.Rooms[1].Name", ""));
        Assert.Equal([(room, "Great Screen")], (await VenueAsync(app, "Phoenix Cinema")).Rooms.Select(r => ((int?)r.Id, r.Name)));
    }

    [Theory, OnEachDatabase]
    public async Task Two_rooms_that_swap_names_are_two_rows_that_swap_places(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, [.. Phoenix, ("Input.Rooms[0].Name", "Great"), ("Input.Rooms[1].Name", "Small")]);
        Assert.Equal(302,
            (await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.Rooms[0].Name", "Small"), ("Input.Rooms[1].Name", "Great"))).Status);
        Assert.Equal(["Small", "Great"], (await VenueAsync(app, "Phoenix Cinema")).Rooms.Select(r => r.Name));
    }

    [Theory, OnEachDatabase]
    public async Task When_the_clocks_of_a_venue_are_corrected_wall_times_stay_and_instants_follow(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Phoenix);
        var homs = await app.Programme.AddScreening("Return to Homs", "2026-06-27 20:30", at: "Phoenix Cinema");
        var draft = await app.Programme.AddScreening("Silvered Water", "2026-06-28 18:00", at: "Phoenix Cinema", published: false);
        Assert.Equal(Instant.FromUtc(2026, 6, 27, 19, 30), homs.StartsAt);

        Assert.Equal(302, (await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.TimeZone", "Europe/Berlin"))).Status);
        var after = await ScreeningAsync(app, homs.Id);
        Assert.Equal((new LocalTime(20, 30), Instant.FromUtc(2026, 6, 27, 18, 30), Instant.FromUtc(2026, 6, 27, 20, 0), "Europe/Berlin", 1),
            (after.Time, after.StartsAt, after.EndsAt, after.TimeZone, after.Sequence));
        Assert.Equal((Instant.FromUtc(2026, 6, 28, 16, 0), 0),
            ((await ScreeningAsync(app, draft.Id)).StartsAt, (await ScreeningAsync(app, draft.Id)).Sequence));
    }

    [Theory, OnEachDatabase]
    public async Task Clocks_that_skip_the_time_of_a_screening_are_refused(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Phoenix);
        var night = await app.Programme.AddScreening("Return to Homs", "2027-03-28 02:30", at: "Phoenix Cinema");
        var page = await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.TimeZone", "Europe/Berlin"));
        Assert.Equal(
            (422,
                "There is a screening here on Sunday 28 March 2027, 02:30, and the clocks of Europe/Berlin skip that time. Move it first."),
                (page.Status, ErrorOf(page, "Input.TimeZone")));
        Assert.Equal("Europe/London", (await ScreeningAsync(app, night.Id)).TimeZone);
    }

    [Theory, OnEachDatabase]
    public async Task A_venue_in_use_stays_and_names_no_stranger_s_draft(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        await organiser.FillAsync(New, Phoenix);
        await app.Programme.AddScreening("Return to Homs", at: "Phoenix Cinema", organisation: "Homs Campaign");
        await app.Programme.AddScreening("A Secret", at: "Phoenix Cinema", organisation: "Another House", published: false);
        var page = await organiser.GetAsync("/organise/venues/phoenix-cinema/delete");
        Assert.Equal(["A draft of another organisation", "Return to Homs, Saturday 27 June 2026"], page.Texts(".uses li").Order());
        Assert.Equal(409, (await organiser.SubmitAsync(await organiser.GetAsync(New), "/organise/venues/phoenix-cinema/delete")).Status);
        Assert.Equal(1, await app.InDbAsync(db => db.Venues.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task A_venue_that_nobody_uses_goes_for_good(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, [.. Phoenix, ("Input.Rooms[0].Name", "Screen 1")]);
        await organiser.FillAsync("/organise/venues/phoenix-cinema/publish");
        var page = await organiser.GetAsync("/organise/venues/phoenix-cinema/delete");
        Assert.Equal("/organise/venues", (await organiser.SubmitAsync(page, "/organise/venues/phoenix-cinema/delete")).Location);
        Assert.Equal("/organise/venues", (await organiser.SubmitAsync(page, "/organise/venues/phoenix-cinema/delete")).Location);
        Assert.Equal(410, (await app.AsVisitor().GetAsync("/venues/phoenix-cinema")).Status);
        Assert.IsType<SlugFate.Gone>(await app.InDbAsync(db => db.FateOfAsync<Venue>("phoenix-cinema", CancellationToken.None)));
    }

    [Theory, OnEachDatabase]
    public async Task An_address_may_be_chosen_unless_another_venue_has_or_had_it(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        await organiser.FillAsync(New, Phoenix);
        Assert.Equal(Edit("the-phoenix"), (await organiser.FillAsync(Edit("phoenix-cinema"), ("Input.Slug", "the-phoenix"))).Location);
        await organiser.FillAsync(New, [.. Phoenix, ("Input.Name", "Rio")]);
        var page = await organiser.FillAsync(Edit("rio"), ("Input.Slug", "phoenix-cinema"));
        Assert.Equal((422, "'phoenix-cinema' is the address of another one, or once was; 'phoenix-cinema-2' is free."),
            (page.Status, ErrorOf(page, "Input.Slug")));
        Assert.Equal("Address on this site has Latin letters, digits and single hyphens only, such as 'return-to-homs'.",
            ErrorOf(await organiser.FillAsync(Edit("rio"), ("Input.Slug", "Río!")), "Input.Slug"));
    }

    [Theory, OnEachDatabase]
    public async Task Who_works_for_several_organisations_says_for_which(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var stranger = await app.Programme.AddOrganisation("Another House");
        var own = await app.Programme.AddOrganisation("Homs Campaign");
        var organiser = await app.AsOrganiserAsync("Homs Campaign");
        var refused = await organiser.FillAsync(New, [.. Phoenix, ("OrganisationId", $"{stranger}")]);
        Assert.Equal((422, "Choose one of your organisations."), (refused.Status, refused.Text(".problems li")));

        var editor = await app.AsSiteEditorAsync();
        Assert.Equal(["None: the site's editors", "Another House", "Homs Campaign"],
            (await editor.GetAsync(New)).Texts("#OrganisationId option"));
        await editor.FillAsync(New, [.. Phoenix, ("OrganisationId", $"{own}")]);
        Assert.Equal(own, (await VenueAsync(app, "Phoenix Cinema")).OrganisationId);
    }

    [Theory, OnEachDatabase]
    public async Task An_account_that_no_organisation_took_in_adds_nothing(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var lonely = await app.AsOrganiserAsync("Homs Campaign");
        var open = await lonely.GetAsync(New);
        await app.InDbAsync(db => db.Members.Where(m => m.UserId == lonely.UserId).ExecuteDeleteAsync());
        Assert.Equal("You cannot add anything yet", (await lonely.GetAsync(New)).Text(".problems h2"));
        Assert.Equal(403, (await lonely.SubmitAsync(open, New, changes: Phoenix)).Status);
        Assert.Equal(0, await app.InDbAsync(db => db.Venues.CountAsync()));
    }

    [Theory, OnEachDatabase]
    public async Task Hostile_text_is_stored_clean_or_refused_in_words(Database database)
    {
        await using var app = await ScreeningsApp.StartAsync(database);
        var organiser = await app.AsOrganiserAsync();
        var tooLong = new string('x', 10_000);
        var refused = await organiser.FillAsync(New, ("Input.Name", tooLong),
            ("Input.City", tooLong), ("Input.Position", tooLong), ("Input.TimeZone", tooLong),
            ("Input.Slug", tooLong), ("Input.Rooms[0].Name", tooLong), ("Input.Rooms[0].Seats", "99999999999999999999"));
        Assert.Equal((422, "Name is at most 200 characters long."), (refused.Status, ErrorOf(refused, "Input.Name")));
        Assert.Equal("Room is at most 200 characters long.", ErrorOf(refused, "Input.Rooms[0].Name"));
        Assert.Equal("Name is too long when it is written out.",
            ErrorOf(await organiser.FillAsync(New, [.. Phoenix, ("Input.Name", new string('\uFDFA', 200))]), "Input.Name"));

        var saved = await organiser.FillAsync(
            New,
            [.. Phoenix, ("Input.Name", " Phoenix\u0001\u0007 <script>alert(1)</script>\u202E\r\n"),
                ("Input.Directions", "One\u001B\r\n<b>two</b>"), ("Input.Address", "الشارع\u200F 5")]);
        Assert.Equal(302, saved.Status);
        var venue = await app.InDbAsync(db => db.Venues.SingleAsync());
        Assert.Equal(("Phoenix <script>alert(1)</script>", "One\n<b>two</b>", "الشارع\u200F 5"),
            (venue.Name, venue.Directions, venue.Address));
        Assert.Equal(400, (await organiser.FillAsync(New, [.. Phoenix, ("Input.Name", "Rio\u0000")])).Status);
        Assert.DoesNotContain("<script>alert", (await organiser.GetAsync(saved.Location!)).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await organiser.GetAsync("/organise/venues?q=%00%FF%E2%80%AE" + new string('x', 3_000))).Status);
        Assert.Equal(404, (await organiser.GetAsync("/organise/venues/%01x/edit")).Status);
    }
}
