using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Time;
using NodaTime;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>Screenings as pure writers get them.</summary>
public static class Cards
{
    /// <summary>Return to Homs at the ICA; to be changed with <c>with</c>.</summary>
    public static ScreeningCard One(string? when = "2026-06-27 20:30", string timeZone = "Europe/London", int minutes = 90)
    {
        var (date, time) = ProgrammeBuilder.Parse(when);
        Instant? start = time is { } at ? WallTime.ToInstant(date!.Value + at, Zones.Get(timeZone), second: false) : null;
        Instant? end = start is { } s ? s + Duration.FromMinutes(minutes)
            : date is { } day ? Zones.Get(timeZone).AtStartOfDay(day.PlusDays(1)).ToInstant() : null;
        return new ScreeningCard
        {
            Id = 1,
            Uid = "0c8a3d0e-6a55-4a3c-9d53-1c8f6f1d7a11",
            Slug = "return-to-homs-ica",
            Title = null,
            PremiereNote = null,
            Films = [new FilmLine("return-to-homs", "Return to Homs", null, null, FilmKind.Documentary, ["ar"])],
            Speakers = [],
            Date = date,
            Time = time,
            TimeZone = timeZone,
            StartsAt = start,
            ProgrammeDate = date,
            EndsAt = end,
            OverAt = ProgrammeOrders.OverAt(date, end, null, null, null),
            DoorsMinutes = null,
            TalkMinutes = null,
            VenueSlug = "ica",
            VenueName = "ICA",
            RoomName = null,
            Address = "The Mall",
            PostalCode = "SW1Y 5AH",
            Area = null,
            City = "London",
            Region = null,
            Country = "GB",
            Latitude = 51.5064,
            Longitude = -0.1308,
            Status = ScreeningStatus.Published,
            StatusReason = null,
            PreviousDate = null,
            PreviousTime = null,
            OnlineUrl = null,
            Admission = Admission.Unknown,
            PriceFrom = null,
            PriceTo = null,
            Currency = null,
            BookingUrl = null,
            Languages = [],
            Subtitles = [],
            StepFree = Known.Unknown,
            HearingLoop = Known.Unknown,
            Captions = false,
            AudioDescription = false,
            SignLanguage = false,
            Relaxed = false,
            SeriesSlug = null,
            SeriesTitle = null,
            SeriesKind = null,
            OrganisationSlug = null,
            OrganisationName = null,
            IsSample = false,
            Sequence = 2,
            CreatedAt = Instant.FromUtc(2026, 5, 1, 10, 0),
            PublishedAt = Instant.FromUtc(2026, 5, 2, 10, 0),
            ChangedAt = Instant.FromUtc(2026, 5, 3, 10, 0),
            VenueChangedAt = null,
            FilmsChangedAt = null,
        };
    }
}
