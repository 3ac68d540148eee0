using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Browser;

/// <summary>A few screenings of which every filter finds some and leaves some out; the clock stands at 1 June 2026.</summary>
static class SmallProgramme
{
    public const string London = "return-to-homs-ica", Leeds = "salt-harbour-hyde-park",
        Portland = "return-to-homs-whitsell", Past = "salt-harbour-ica";

    public static async Task AddAsync(ScreeningsApp app)
    {
        await AddFilmsAsync(app);
        await AddVenuesAsync(app);
        var programme = app.Programme;
        await programme.AddScreening(series: "UK tour", organisation: "Campaign",
            and: s => (s.Admission, s.Captions) = (Admission.Free, true));
        await programme.AddScreening("Salt Harbour", "2026-07-04 19:00", "Hyde Park", series: "UK tour", organisation: "Campaign",
            and: s => (s.Admission, s.PriceFrom, s.Currency, s.Relaxed) = (Admission.Ticketed, 8, "GBP", true));
        await programme.AddScreening(when: "2026-07-10 19:30", at: "Whitsell", organisation: "Film Center",
            and: s => (s.SignLanguage, s.AudioDescription) = (true, true));
        await programme.AddScreening("Salt Harbour", "2026-05-01 19:00");
        await AddJournalAsync(app);
    }

    static Task AddJournalAsync(ScreeningsApp app) => app.InDbAsync(async db =>
    {
        var (film, now) = (await db.Films.SingleAsync(f => f.Slug == "return-to-homs"), app.Clock.Now);
        var review = new JournalEntry
        {
            Slug = "a-review",
            Title = "A review",
            Kind = EntryKind.Review,
            Standfirst = "What the film leaves out.",
            Body = "It begins.\n\nIt ends.",
            Publication = "Le Courrier",
            Rating = 4,
            OrganisationId = (await db.Organisations.SingleAsync(o => o.Slug == "campaign")).Id,
        };
        review.SetTags(["War"]);
        review.SetSubjects([new EntrySubject { FilmId = film.Id }]);
        review.Publish(now);
        var discussion = new Discussion { FilmId = film.Id, IsOpen = true };
        db.AddRange(review, discussion);
        await db.SaveChangesAsync();
        var comment = Comment.Write(
            discussion.Id, null, "1", "Ana", "ana@example.org", "I was there.\nSee https://example.org/a", "en", now);
        db.Comments.Add(comment);
        await db.SaveChangesAsync();
        var reply = Comment.Write(discussion.Id, comment.Id, "2", null, "ben@example.org", "كنت هناك أيضًا.", "ar", now);
        db.Comments.Add(reply);
        foreach (var sent in new[] { comment, reply }) sent.Send(isHeld: false, now);
        comment.Edit(comment.Text, "A telephone number was removed.", now);
        await db.SaveChangesAsync();
    });

    static async Task AddFilmsAsync(ScreeningsApp app)
    {
        var director = await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddFilm("Return to Homs", 94, film =>
        {
            (film.OriginalTitle, film.OriginalTitleLanguage, film.ReleaseYear) = ("العودة إلى حمص", "ar", 2014);
            (film.Languages, film.TrailerUrl, film.TrailerCaptions) = (["ar"], "https://video.example/1", ["en"]);
            (film.AgeRatings, film.Links) = ([new("GB", "BBFC", "15")], ["https://letterboxd.com/film/some-film/"]);
            film.Awards.Add(new FilmAward { Name = "Audience Award", Festival = "Lantern Festival", Result = AwardResult.Won });
            film.Quotes.Add(new PressQuote { Text = "Un film nécessaire.", Language = "fr", Publication = "Le Courrier" });
            film.Credits.Add(new Credit { Role = CreditRoles.Director, PersonId = director });
        });
        await app.Programme.AddFilm("Salt Harbour", 80, film => film.Languages = ["en"]);
    }

    static async Task AddVenuesAsync(ScreeningsApp app)
    {
        await app.Programme.AddVenue(
            "ICA", and: v => (v.StepFree, v.Latitude, v.Longitude, v.Address) = (Known.Yes, 51.5065, -0.1306, "The Mall"));
        await app.InDbAsync(db => db.Venues.ExecuteUpdateAsync(v => v.SetProperty(x => x.NumberedSeats, Known.No)));
        await app.Programme.AddVenue(
            "Hyde Park", "Leeds", and: v => (v.HearingLoop, v.Latitude, v.Longitude) = (Known.Yes, 53.8117, -1.5713));
        await app.Programme.AddVenue("Whitsell", "Portland",
            "US", "America/Los_Angeles", v => (v.Region, v.Latitude, v.Longitude) = ("Oregon", 45.5165, -122.6834));
    }
}
