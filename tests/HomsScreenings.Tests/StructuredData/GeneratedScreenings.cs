using HomsScreenings.Model;
using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Tests.StructuredData;

/// <summary>Twenty screenings as different as screenings are, and what each is entered as.</summary>
static class GeneratedScreenings
{
    public sealed record Hall(string Name, string City, string Country, string Zone, double Latitude, double Longitude);

    /// <param name="Utc">The offset of its place at its time, as an almanac has it.</param>
    public sealed record Case(string Name, Hall? Hall, string? When, string? Utc, Action<Screening> Enter)
    {
        public int Films { get; init; } = 1;
        public bool HasSpeaker { get; init; }
        public string? Series { get; init; }
        public int? Seats { get; init; }
        public bool AddressIsHidden { get; init; }
    }

    public static readonly Hall London = new("The Mall Hall", "London", "GB", "Europe/London", 51.5064, -0.1308);
    public static readonly Hall LosAngeles = new("Vermont Theatre", "Los Angeles", "US", "America/Los_Angeles", 34.0522, -118.2437);
    public static readonly Hall Damascus = new("Dar al-Film", "Damascus", "SY", "Asia/Damascus", 33.5138, 36.2765);
    public static readonly Hall Kolkata = new("Nandan", "Kolkata", "IN", "Asia/Kolkata", 22.5411, 88.3450);

    public static readonly IReadOnlyList<Case> All =
    [
        new("Winter in London", London, "2027-01-15 20:30", "+00:00", s => s.Admission = Admission.Free),
        new("Summer in London", London, "2026-07-15 20:30", "+01:00", s => s.Admission = Admission.Free),
        new("Winter in Los Angeles", LosAngeles, "2027-01-15 19:00", "-08:00", s => Tickets(s, 12.5m, null, "USD")),
        new("Summer in Los Angeles", LosAngeles, "2026-07-15 19:00", "-07:00", s => Tickets(s, 12.5m, 20m, "USD")),
        new("Damascus", Damascus, "2027-01-15 18:00", "+03:00", s => s.DoorsMinutes = 45),
        new("Kolkata", Kolkata, "2026-07-15 18:30", "+05:30", s => Tickets(s, 200m, 350m, "INR")),
        new("Ticketed", London, "2026-06-20 18:00", "+01:00",
            s => { Tickets(s, 8m, 8m, "GBP"); s.BookingUrl = "https://book.example.org/?a=1&b=<2>"; }),
        new("Full house", London, "2026-06-21 18:00", "+01:00", s => { Tickets(s, 8m, null, "GBP"); s.Capacity = 120; }) { Seats = 120 },
        new("Cancelled", London, "2026-06-22 18:00", "+01:00",
            s => { Tickets(s, 8m, null, "GBP"); s.BookingUrl = "https://book.example.org/c"; s.Cancel("Flooded"); }),
        new("Postponed", London, "2026-06-23 18:00", "+01:00", s => s.Postpone(null)),
        new("Rescheduled", London, "2026-06-24 18:00", "+01:00",
            s => s.Reschedule(new LocalDate(2027, 2, 1), new LocalTime(19, 15), false, null, null)),
        new("Online", London, "2026-06-25 18:00", "+01:00", s => s.MoveOnline("https://watch.example.org/x", null)),
        new("Online and later", London, "2026-06-25 18:00", "+01:00",
            s => { s.MoveOnline(null, null); s.Reschedule(new LocalDate(2026, 7, 1), new LocalTime(18, 0), false, null, null); }),
        new("With a talk", London, "2026-06-26 18:00", "+01:00", s => s.SetParts(5, 30)) { HasSpeaker = true },
        new("Double bill", London, "2026-06-27 18:00", "+01:00",
            s => (s.Languages, s.Subtitles) = (["ar", "ku"], ["en", "fr"])) { Films = 2 },
        new("No time", London, "2026-06-28", null, s => s.DoorsMinutes = 30),
        new("No date", London, null, null, _ => { }),
        new("No venue", null, "2026-06-29 18:00", "+01:00", _ => { }),
        new("Pay what you can", London, "2026-06-30 18:00", "+01:00",
            s => (s.Admission, s.PriceFrom, s.Currency) = (Admission.PayWhatYouCan, 2m, "GBP")) { AddressIsHidden = true },
        new("On tour </script><b>&", London, "2026-07-02 23:30",
            "+01:00", s => s.Description = "With **soup** & </script> bread.") { Series = "The tour" },
    ];

    public static void Tickets(Screening screening, decimal? from, decimal? to, string currency) =>
        (screening.Admission, screening.PriceFrom, screening.PriceTo, screening.Currency) = (Admission.Ticketed, from, to, currency);

    /// <summary>Enters one, and tells its address.</summary>
    public static async Task<Screening> EnterAsync(ScreeningsApp app, Case one)
    {
        await app.Programme.AddPerson("Talal Derki");
        await app.Programme.AddOrganisation("Homs Campaign");
        foreach (var (title, minutes, original) in new[] { ("Return to Homs", 94, "العودة إلى حمص"),
            ("Silvered Water", 92, (string?)null) })
            await app.Programme.AddFilm(
                title,
                minutes,
                f => (f.OriginalTitle, f.OriginalTitleLanguage,
                    f.Languages, f.Format, f.ReleaseYear) = (original, original is null ? null : "ar", ["ar"], "Digital video", 2013));
        if (one.Hall is { } hall)
            await app.Programme.AddVenue(hall.Name + (one.AddressIsHidden ? ", somewhere" : ""), hall.City, hall.Country, hall.Zone, v =>
            {
                if (!one.AddressIsHidden)
                    (v.Address, v.PostalCode, v.Latitude, v.Longitude) = ("1 High Street", "A1", hall.Latitude, hall.Longitude);
            });
        if (one.Series is not null)
            await app.Programme.AddSeries(
                one.Series, and: s => (s.Starts, s.Ends) = (new LocalDate(2026, 6, 1), new LocalDate(2026, 8, 31)));
        return await app.InDbAsync(async db =>
        {
            var screening = new Screening
            {
                Uid = Guid.NewGuid().ToString(),
                Slug = Slug.From("screening", one.Name),
                Title = one.Films == 1 ? one.Name : null,
                CreatedAt = app.Clock.Now,
                OrganisationId = await db.Organisations.Select(o => (int?)o.Id).SingleAsync(),
                SeriesId = one.Series is null ? null
                    : await db.Series.Where(s => s.Title == one.Series).Select(s => (int?)s.Id).SingleAsync(),
            };
            db.Screenings.Add(screening);
            var films = await db.Films.Include(f => f.RunningTimes).OrderBy(f => f.Title).Take(one.Films).ToListAsync();
            screening.SetFilms(films.Select(f => new ScreeningFilm { Film = f, FilmId = f.Id }));
            if (one.HasSpeaker) screening.SetSpeakers([new Speaker { PersonId = await db.People.Select(p => p.Id).SingleAsync() }]);
            var name = one.Hall is null ? null : one.Hall.Name + (one.AddressIsHidden ? ", somewhere" : "");
            if (name is not null) screening.PlaceAt(await db.Venues.Include(v => v.Rooms).SingleAsync(v => v.Name == name), null);
            else screening.PlaceIn("Camden", "London", null, "GB", "Europe/London");
            var (date, time) = ProgrammeBuilder.Parse(one.When);
            screening.Schedule(date, time);
            screening.Publish(app.Clock.Now);
            one.Enter(screening);
            await db.SaveChangesAsync();
            return screening;
        });
    }
}
