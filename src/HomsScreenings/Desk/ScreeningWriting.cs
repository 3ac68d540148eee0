using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>From a checked input to a screening.</summary>
public static class ScreeningWriting
{
    extension(ScreeningInput draft)
    {
        /// <summary>A new screening, a draft still for the public.</summary>
        public async Task<Screening> ToScreeningAsync(ScreeningsDb db,
            ScreeningReferences found, Instant now, CancellationToken cancellationToken)
        {
            var screening = new Screening
            {
                Uid = draft.Uid ?? Guid.NewGuid().ToString(),
                Slug = "",
                OrganisationId = found.OrganisationId,
                CreatedAt = now
            };
            db.Screenings.Add(screening);
            draft.ApplyTo(screening, found);
            screening.Slug = await db.FreeSlugAsync<Screening>(draft.Slug ?? screening.SuggestSlug(), null, cancellationToken);
            return screening;
        }

        /// <summary>
        /// Makes a screening what the input says, as one revision. As long as nobody else knows its address, that
        /// follows the title, the place and the year, unless the organiser chose one.
        /// </summary>
        public async Task ApplyToAsync(ScreeningsDb db, Screening screening, ScreeningReferences found, CancellationToken cancellationToken)
        {
            var suggested = IsSuggested(screening.Slug, screening.SuggestSlug());
            draft.ApplyTo(screening, found);
            if (draft.Slug is { } chosen && chosen != screening.Slug)
                screening.Slug = await db.FreeSlugAsync<Screening>(chosen, screening.Id, cancellationToken);
            else if (!screening.IsPublic && (draft.Slug is null || suggested) && !IsSuggested(screening.Slug, screening.SuggestSlug()))
                screening.Slug = await db.FreeSlugAsync<Screening>(screening.SuggestSlug(), screening.Id, cancellationToken);
        }

        void ApplyTo(Screening screening, ScreeningReferences found) => screening.Revise(() =>
        {
            draft.Situate(screening, found);
            if (!draft.IsOf(screening)) draft.ApplyTo(screening, null);
            screening.SetFilms(found.Films);
            screening.SetParts(draft.IntroductionMinutes, draft.TalkMinutes);
            screening.SetSpeakers(found.Speakers.Select(p => new Speaker { PersonId = p.Id, Person = p }));
            (screening.SeriesId, screening.Series) = (found.Series?.Id, found.Series);
            (screening.Title, screening.Description, screening.PremiereNote) = (draft.Title, draft.Description, draft.PremiereNote);
            screening.TextLanguage = TranslationRows.Tag(draft.TextLanguage);
            screening.SetTranslations(draft.Translations.Filled().Select(w => w.Row.ToTranslation(w.Language)));
            (screening.DoorsMinutes, screening.Capacity) = (draft.DoorsMinutes, draft.Capacity);
            (screening.Languages, screening.Subtitles) = (Codes.Languages(draft.Languages), Codes.Languages(draft.Subtitles));
            (screening.Captions, screening.AudioDescription) = (draft.Captions, draft.AudioDescription);
            (screening.SignLanguage, screening.Relaxed) = (draft.SignLanguage, draft.Relaxed);
            screening.SetExpectations(draft.Expect.ToExpectations());
            screening.Admission = draft.Admission;
            draft.SayHowToGetIn(screening);
            screening.PriceFrom = TypedAmount.Read(draft.PriceFrom, draft.Currency);
            screening.PriceTo = TypedAmount.Read(draft.PriceTo, draft.Currency);
            screening.Currency = draft.Currency is { } code ? CurrencyCodes.Tidy(code) : null;
        });

        void SayHowToGetIn(Screening screening)
        {
            switch (draft.Way)
            {
                case BookingWay.Seats: screening.GiveAwaySeats(rules => draft.Seats.ApplyTo(rules, screening.TimeZone)); break;
                case BookingWay.WalkIn: screening.WelcomeWalkIns(); break;
                case BookingWay.None: screening.SayNothingOfBooking(); break;
                default: screening.BookingUrl = draft.BookingUrl; break;
            }
        }

        void Situate(Screening screening, ScreeningReferences found)
        {
            if (found.Venue is { } venue) screening.PlaceAt(venue, found.Room);
            else screening.PlaceIn(draft.Area, draft.City, draft.Region, draft.Country is { } country ? CountryCodes.Tidy(country) : null,
                draft.TimeZone);
        }
    }

    extension(Screening screening)
    {
        /// <summary>'return-to-homs-ica-london-2014': what is shown, where, and in which year, as far as known.</summary>
        public string SuggestSlug()
        {
            var what = Slug.From(
                "screening", screening.Title ?? string.Join(' ', screening.Films.OrderBy(f => f.Position).Select(f => f.Film.Title)));
            var where = screening.Venue is { } venue
                ? (venue.Name.Contains(venue.City ?? "", StringComparison.OrdinalIgnoreCase) ? venue.Name : $"{venue.Name} {venue.City}")
                : screening.Area ?? screening.City;
            var tail = Slug.From("", $"{where} {screening.Date?.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            if (tail.Length == 0) return what;
            const int most = Slug.MaxLength - 10;
            if (what.Length + 1 + tail.Length > most) what = Cut(what, Math.Max(most - tail.Length - 1, 20));
            return Slug.From("screening", $"{what} {tail}");
        }
    }

    static string Cut(string slug, int most)
    {
        if (slug.Length <= most) return slug;
        var hyphen = slug.LastIndexOf('-', most);
        return slug[..(hyphen > 0 ? hyphen : most)];
    }

    // A number at the end told it from its namesakes.
    static bool IsSuggested(string slug, string suggestion) =>
        slug == suggestion
        || (slug.StartsWith(suggestion + "-", StringComparison.Ordinal) && slug[(suggestion.Length + 1)..] is { Length: < 4 } number
            && number.All(char.IsAsciiDigit));
}
