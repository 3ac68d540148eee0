using System.Globalization;
using HomsScreenings.Text;
using static HomsScreenings.Text.Languages.Texts;
using HomsScreenings.Venues;

namespace HomsScreenings.Screenings;

/// <summary>A screening told in plain text, a line for each thing that one should know: for calendars, news feeds and mail.</summary>
public static class ScreeningText
{
    extension(ScreeningCard card)
    {
        /// <summary>'[Sample] Cancelled: Return to Homs': for the calendar, where the time says by itself that it was moved.</summary>
        public string CalendarTitle => card.Status == ScreeningStatus.Rescheduled ? card.Label + card.Heading : card.NewsTitle;

        /// <summary>'[Sample] Rescheduled: Return to Homs': for those who are told what has changed.</summary>
        public string NewsTitle => card.Label + (card.StatusMark is { } mark ? $"{mark}: {card.Heading}" : card.Heading);

        string Label => card.IsSample ? "[Sample] " : "";

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
                return known.Count == 0 ? null : string.Join(", ", known.Select(part => part.ReplaceLineEndings(", ")));
            }
        }

        /// <summary>All that there is to say, the most urgent first.</summary>
        public IEnumerable<string> Told()
        {
            if (card.StatusSentence is { } status) yield return card.StatusReason is { } reason ? $"{status} {reason}" : status;
            yield return card.WhenLine;
            foreach (var line in card.WhereLines) yield return line;
            if (!card.IsCalledOff && card is { Time: { } time, DoorsMinutes: > 0 and var doors }) yield return $"Doors open at {ScreeningWords.Say(time.PlusMinutes(-doors))}.";
            foreach (var line in card.FilmLines) yield return line;
            if (card.TalkLine is { } talk) yield return talk;
            if (card.LanguageWords is { } language) yield return language + ".";
            if (!card.IsCalledOff) yield return card.AdmissionLine;
            if (!card.IsCalledOff && string.Join("; ", card.AccessFacts) is { Length: > 0 } access) yield return $"Access: {access}.";
            if (card.SeriesTitle is { } series) yield return $"Part of {series}.";
            if (card.OrganisationName is { } organisation) yield return $"Presented by {organisation}.";
            if (card.IsSample) yield return ScreeningWords.SampleSentence;
        }

        bool IsCalledOff => card.Status is ScreeningStatus.Cancelled or ScreeningStatus.Postponed;

        // With the zone, for the calendar shows the time of wherever its reader is.
        string WhenLine
        {
            get
            {
                var end = card.Ends is { } ends ? $" to {ScreeningWords.Say(ends)}" : "";
                var zone = card is { ZoneName: { } name, TimeZone: { } zoneId } ? $" {name} ({zoneId})" : "";
                var when = card.When + end + zone;
                return card.IsCalledOff && card.Date is not null ? $"It was to be on {when}." : $"{when}.";
            }
        }

        IEnumerable<string> WhereLines
        {
            get
            {
                var place = card.Town.Length > 0 ? $"{card.Where}, {card.Town}" : card.Where;
                if (card.Status != ScreeningStatus.MovedOnline)
                {
                    yield return $"{place}.";
                    yield break;
                }
                yield return card.OnlineUrl is { } url ? $"Watch it online: {url}" : $"{ScreeningWords.Online}; how to watch it is to be announced.";
                if (card.VenueName is not null) yield return $"It was to be at {place}.";
            }
        }

        IEnumerable<string> FilmLines
        {
            get
            {
                if (card.Title is not null && card.Films.Count > 0) yield return $"Films: {string.Join(", ", card.Films.Select(f => f.Title))}.";
                foreach (var film in card.Films)
                    if (film.OriginalTitle is { } original) yield return film.OtherIsOriginal ? $"Original title: {original}" : T("Also called: {0}", original);
                if (card.PremiereNote is { } premiere) yield return $"{premiere}.";
            }
        }

        string? TalkLine
        {
            get
            {
                var length = card.TalkMinutes is > 0 and var minutes ? $"Talk after the film, {minutes.ToString(CultureInfo.InvariantCulture)} minutes." : null;
                var speakers = card.SpeakersWords is { } words ? $"{words}." : null;
                return length is null ? speakers : speakers is null ? length : $"{length} {speakers}";
            }
        }

        string AdmissionLine
        {
            get
            {
                var admission = $"Admission: {card.AdmissionWords ?? ScreeningWords.NotKnown}.";
                return card.BookingUrl is { } url ? $"{admission} Book at {url}" : admission;
            }
        }

        /// <summary>'In Arabic, with English subtitles'; the films' own languages where the screening names none; null where nobody has said.</summary>
        public string? LanguageWords
        {
            get
            {
                var languages = card.Languages.Count > 0 ? card.Languages : [.. card.Films.SelectMany(f => f.Languages).Distinct(StringComparer.Ordinal)];
                var spoken = languages.Count > 0 ? $"In {ScreeningWords.And(languages.Select(LanguageTags.Name))}" : null;
                if (card.Subtitles.Count == 0) return spoken;
                var subtitles = $"{ScreeningWords.And(card.Subtitles.Select(LanguageTags.Name))} subtitles";
                return spoken is null ? $"With {subtitles}" : $"{spoken}, with {subtitles}";
            }
        }

        /// <summary>What is known of access, what is known not to be there, and what nobody has said.</summary>
        public IEnumerable<string> AccessFacts
        {
            get
            {
                if (card.Status != ScreeningStatus.MovedOnline)
                {
                    yield return Fact("step-free access", card.StepFree);
                    yield return Fact("hearing loop", card.HearingLoop);
                }
                foreach (var words in card.ProvisionWords) yield return words.ToLowerInvariant();
            }
        }
    }

    static string Fact(string what, Known known) => known switch
    {
        Known.Yes => what,
        Known.No => $"no {what}",
        _ => $"{what} {ScreeningWords.NotKnown}",
    };
}
