using HomsScreenings.Model;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Programme;

/// <summary>A screening told in plain text, a line for each thing that one should know: for calendars, news feeds and mail.</summary>
public static class ScreeningText
{
    extension(ScreeningCard card)
    {
        /// <summary>'[Sample] Cancelled: Return to Homs': for the calendar, where the time says by itself that it was moved.</summary>
        public string CalendarTitle => card.Status == ScreeningStatus.Rescheduled ? card.Label + card.Heading : card.NewsTitle;

        /// <summary>'[Sample] Rescheduled: Return to Homs': for those who are told what has changed.</summary>
        public string NewsTitle => card.Label + (card.StatusMark is { } mark ? T("{0}: {1}", mark, card.Heading) : card.Heading);

        string Label => card.IsSample ? T("[Sample]") + " " : "";

        /// <summary>The place in one line, for a map to find; null where nothing of it is known.</summary>
        public string? Location
        {
            get
            {
                if (card.Status == ScreeningStatus.MovedOnline) return ScreeningWords.Online;
                var known = new List<string>();
                foreach (var part in new[] { card.VenueName, card.RoomName, card.Address }) if (part is not null) known.Add(part);
                foreach (var part in new[] { card.Area, card.City, card.Region, card.PostalCode })
                    if (part is not null && card.Address?.Contains(part, StringComparison.OrdinalIgnoreCase) != true) known.Add(part);
                if (card.Country is { } code) known.Add(CountryCodes.Name(code));
                // Not as a list of isolated names: their marks would go into the search of the map.
                return known.Count == 0 ? null : string.Join(T(", "), known.Select(part => part.ReplaceLineEndings(T(", "))));
            }
        }

        /// <summary>All that there is to say, the most urgent first.</summary>
        public IEnumerable<string> DescriptionLines()
        {
            if (card.StatusSentence is { } status) yield return card.StatusReason is { } reason ? $"{status} {Word(reason)}" : status;
            yield return card.WhenLine;
            foreach (var line in card.WhereLines) yield return line;
            if (!card.IsCalledOff && card is { Time: { } time, DoorsMinutes: > 0 and var doors })
                yield return T("Doors open at {0}.", ScreeningWords.Format(time.PlusMinutes(-doors)));
            foreach (var line in card.FilmLines) yield return line;
            if (card.TalkLine is { } talk) yield return talk;
            if (card.LanguageWords is { } language) yield return T("{0}.", language);
            if (!card.IsCalledOff) yield return card.AdmissionLine;
            if (!card.IsCalledOff && string.Join(T("; "), card.AccessFacts) is { Length: > 0 } access)
                yield return T("Access: {0}.", access);
            if (card.SeriesTitle is { } series) yield return T("Part of {0}.", series);
            if (card.OrganisationName is { } organisation) yield return T("Presented by {0}.", organisation);
            if (card.IsSample) yield return ScreeningWords.SampleSentence;
        }

        bool IsCalledOff => card.Status is ScreeningStatus.Cancelled or ScreeningStatus.Postponed;

        /// <summary>
        /// 'Saturday 27 June 2026, 20:30 to 22:00 BST (Europe/London)': with the zone, for a calendar or a mail is read anywhere.
        /// </summary>
        public string WhenWithZone =>
            card is { Date: { } date, Hours: { } hours } ? T("{0}, {1}", ScreeningWords.Format(date), hours) : card.When;

        string WhenLine
        {
            get
            {
                var when = card.WhenWithZone;
                return card.IsCalledOff && card.Date is not null ? T("It was to be on {0}.", when) : T("{0}.", when);
            }
        }

        string? Hours => card is { Time: { } time, Ends: { } end, ZoneName: { } zone, TimeZone: { } zoneId }
            ? T("{0} to {1} {2} ({3})", ScreeningWords.Format(time), ScreeningWords.Format(end), zone, zoneId) : null;

        IEnumerable<string> WhereLines
        {
            get
            {
                var place = Listed(card.Where, card.Town);
                if (card.Status != ScreeningStatus.MovedOnline)
                {
                    yield return T("{0}.", place);
                    yield break;
                }
                yield return card.OnlineUrl is { } url ? T("Watch it online: {0}", url) : T("Online; how to watch it is to be announced.");
                if (card.VenueName is not null) yield return T("It was to be at {0}.", place);
            }
        }

        IEnumerable<string> FilmLines
        {
            get
            {
                if (card.Title is not null && card.Films.Count > 0) yield return T("Films: {0}.", Listed(card.Films.Select(f => f.Title)));
                foreach (var film in card.Films)
                    if (film.OriginalTitle is { } original)
                        yield return film.OtherIsOriginal ? T("Original title: {0}", original) : T("Also called: {0}", original);
                if (card.PremiereNote is { } premiere) yield return T("{0}.", premiere);
            }
        }

        string? TalkLine
        {
            get
            {
                var length = card.TalkMinutes is > 0 and var minutes
                    ? N(minutes, "Talk after the film, {0} minute.", "Talk after the film, {0} minutes.") : null;
                var speakers = card.SpeakersWords is { } words ? T("{0}.", words) : null;
                return length is null ? speakers : speakers is null ? length : $"{length} {speakers}";
            }
        }

        string AdmissionLine
        {
            get
            {
                var admission = T("Admission: {0}.", card.AdmissionWords ?? ScreeningWords.NotKnown);
                return card.BookingUrl is { } url ? $"{admission} {T("Book at {0}", url)}"
                    : card.Booking == BookingWay.Seats ? $"{admission} {T("Seats are booked on its page.")}"
                    : card.Booking == BookingWay.WalkIn ? $"{admission} {BookingWords.JustCome}" : admission;
            }
        }

        /// <summary>
        /// 'In Arabic, with English subtitles'; the films' own languages where the screening names none; null where nobody has said.
        /// </summary>
        public string? LanguageWords
        {
            get
            {
                var languages = card.Languages.Count > 0 ? card.Languages
                    : [.. card.Films.SelectMany(f => f.Languages).Distinct(StringComparer.Ordinal)];
                var (spoken, subtitles) = (And(languages.Select(LanguageTags.Name)), And(card.Subtitles.Select(LanguageTags.Name)));
                return (spoken.Length, subtitles.Length) switch
                {
                    (0, 0) => null,
                    (_, 0) => T("In {0}", spoken),
                    (0, _) => T("With {0} subtitles", subtitles),
                    _ => T("In {0}, with {1} subtitles", spoken, subtitles),
                };
            }
        }

        /// <summary>What is known of access, what is known not to be there, and what nobody has said.</summary>
        public IEnumerable<string> AccessFacts
        {
            get
            {
                if (card.Status != ScreeningStatus.MovedOnline)
                {
                    yield return card.StepFree switch
                    {
                        Known.Yes =>
                        T("step-free access"),
                        Known.No => T("no step-free access"),
                        _ => T("step-free access not known: ask")
                    };
                    yield return card.HearingLoop switch
                    {
                        Known.Yes =>
                        T("hearing loop"),
                        Known.No => T("no hearing loop"),
                        _ => T("hearing loop not known: ask")
                    };
                }
                if (card.Captions) yield return T("captions");
                if (card.AudioDescription) yield return T("audio description");
                if (card.SignLanguage) yield return T("sign language");
                if (card.Relaxed) yield return T("relaxed screening");
            }
        }
    }
}
