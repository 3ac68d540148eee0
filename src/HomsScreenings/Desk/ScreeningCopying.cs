using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Desk;

public static class ScreeningCopying
{
    extension(Screening screening)
    {
        /// <summary>
        /// The same on another date: a draft with a UID of its own. What happened to the former, and who came, stays
        /// with it. Needs films, speakers, wordings and place loaded.
        /// </summary>
        public Screening CopyTo(DateLine when, string uid, Instant now)
        {
            var copy = new Screening
            {
                Uid = uid,
                Slug = "",
                CreatedAt = now,
                IsSample = screening.IsSample,
                OrganisationId = screening.OrganisationId,
                SeriesId = screening.SeriesId,
                Series = screening.Series,
                Title = screening.Title,
                Description = screening.Description,
                PremiereNote = screening.PremiereNote,
                TextLanguage = screening.TextLanguage,
                DoorsMinutes = screening.DoorsMinutes,
                Capacity = screening.Capacity,
                Languages = [.. screening.Languages],
                Subtitles = [.. screening.Subtitles],
                Captions = screening.Captions,
                AudioDescription = screening.AudioDescription,
                SignLanguage = screening.SignLanguage,
                Relaxed = screening.Relaxed,
                Admission = screening.Admission,
                BookingUrl = screening.BookingUrl,
                PriceFrom = screening.PriceFrom,
                PriceTo = screening.PriceTo,
                Currency = screening.Currency,
            };
            copy.SetExpectations(screening.Expectations);
            if (screening.Booking == BookingWay.WalkIn) copy.WelcomeWalkIns();
            if (screening is { Booking: BookingWay.Seats, Seats: { } rules }) copy.GiveAwaySeatsBy(rules);
            copy.Revise(() =>
            {
                if (screening.Venue is { } venue) copy.PlaceAt(venue, screening.Room);
                else copy.PlaceIn(screening.Area, screening.City, screening.Region, screening.Country, screening.TimeZone);
                copy.Schedule(when.Date, when.Time, when.SecondTime, screening.EndTime == when.Time ? null : screening.EndTime);
                copy.SetFilms(screening.Films.OrderBy(f => f.Position)
                    .Select(
                        f => new ScreeningFilm
                        {
                            FilmId = f.FilmId,
                            Film = f.Film,
                            RunningTimeId = f.RunningTimeId,
                            RunningTime = f.RunningTime
                        }));
                copy.SetParts(screening.IntroductionMinutes, screening.TalkMinutes);
                copy.SetTranslations(
                    screening.Translations.Select(
                        w => new ScreeningTranslation
                        {
                            Language = w.Language,
                            Title = w.Title,
                            Description = w.Description,
                            PremiereNote = w.PremiereNote,
                            AskFor = w.AskFor,
                            ExpectationNotes = w.ExpectationNotes,
                        }));
                copy.SetSpeakers(
                    screening.Speakers.OrderBy(s => s.Position).Select(s => new Speaker { PersonId = s.PersonId, Person = s.Person }));
            });
            return copy;
        }
    }
}
