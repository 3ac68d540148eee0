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
    }

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
