using System.ComponentModel;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.StructuredData;
using HomsScreenings.Text.Languages;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Web.Endpoints.Api;

[Description("A film that is shown.")]
sealed record ApiFilmShown(
    string Slug, string Title, [property: Description("BCP 47.")] string TitleLanguage,
    [property: Description(ApiWords.OriginalTitle)] string? OriginalTitle,
    [property: Description("BCP 47.")] string? OriginalTitleLanguage, [property: NamesOf(typeof(FilmKind))] string Kind,
    [property: Description("Spoken in it, BCP 47.")] IReadOnlyList<string> Languages, string Url);

[Description("What it takes to get in.")]
sealed record ApiAdmission(
    [property: NamesOf(typeof(Admission))] string Kind,
    ApiMoney? PriceFrom, ApiMoney? PriceTo,
    [property: Description("Where one books, here or elsewhere; null where nobody can book now.")] string? BookingUrl,
    [property: NamesOf(typeof(BookingWay)), Description("How one gets a place: none (nothing is said), seats (booked here).")]
    string Booking,
    [property: NamesOf(typeof(SeatState)), Description("How it stands with seats that are booked here; null where they are not.")]
    string? Seats,
    [property: Description("When booking opens here; null for as soon as it is announced.")] string? BookingOpensAt,
    [property: Description("When booking closes here.")] string? BookingClosesAt)
{
    public static ApiAdmission Of(ScreeningCard card, SiteLinks links, Instant now) => new(
        ApiWords.Name(card.Admission), ApiMoney.Of(card.PriceFrom, card.Currency), ApiMoney.Of(card.PriceTo, card.Currency),
        card.BookingUrl ?? (card.TakesBookings(now) ? links.Page($"/screenings/{card.Slug}/book") : null), ApiWords.Name(card.Booking),
        card.SeatsAt(now) is { } state ? ApiWords.Name(state) : null,
        EventTimes.Format(card.Seats?.OpensAt, card.TimeZone), EventTimes.Format(card.Seats?.ClosesAt(card.Beginning), card.TimeZone));
}

[Description("What only the answer for one screening has.")]
sealed record ApiScreeningDetails(
    [property: Description("Markdown.")] string? Description,
    [property: Description("BCP 47.")] string? DescriptionLanguage, int? IntroductionMinutes,
    [property: Description("Seats, as far as known.")] int? Capacity,
    [property: Description("Whether endsAt follows from what is known, and is no rule of thumb.")] bool EndIsKnown,
    [property: Description("The screening's own, and where it says nothing what holds at the venue; the notes are its own.")]
    ApiExpectations Expect);

/// <summary>A screening as the API tells it. What is not known is null.</summary>
[Description("A screening. What is not known is null.")]
sealed record ApiScreening
{
    [Description("One for life, the same as in calendars.")]
    public required string Uid { get; init; }
    public required string Slug { get; init; }
    [Description("Its own title, or those of the films.")]
    public required string Title { get; init; }
    public required string? PremiereNote { get; init; }
    [NamesOf(typeof(ScreeningStatus), But = nameof(ScreeningStatus.Draft))]
    public required string Status { get; init; }
    [Description("Why, in the organiser's words.")]
    public required string? StatusReason { get; init; }
    [Description("The beginning, with the offset of the place: 2026-06-27T20:30:00+01:00. Null until the time is known.")]
    public required string? StartsAt { get; init; }
    [Description("The end: announced or worked out, or two hours after the beginning where no running time is known. Null until the time is known.")]
    public required string? EndsAt { get; init; }
    public required string? DoorsAt { get; init; }
    [Description("The date on the wall of the place: 2026-06-27.")]
    public required string? Date { get; init; }
    [Description("The time on the wall of the place: 20:30.")]
    public required string? Time { get; init; }
    [Description("IANA zone of the place: Europe/London.")]
    public required string? TimeZone { get; init; }
    [Description("The day of the programme; until four in the morning it is that of the evening before.")]
    public required string? ProgrammeDate { get; init; }
    public required string? PreviousDate { get; init; }
    public required string? PreviousTime { get; init; }
    public required int? TalkMinutes { get; init; }
    public required IReadOnlyList<ApiFilmShown> Films { get; init; }
    public required IReadOnlyList<ApiLink> Speakers { get; init; }
    public required ApiLink? Venue { get; init; }
    public required string? Room { get; init; }
    public required ApiPlace Place { get; init; }
    [Description("Where to watch it, when it has moved online.")]
    public required string? OnlineUrl { get; init; }
    public required ApiAdmission Admission { get; init; }
    [Description("Heard, BCP 47; empty where the films' own say it all.")]
    public required IReadOnlyList<string> Languages { get; init; }
    [Description("Read, BCP 47.")]
    public required IReadOnlyList<string> Subtitles { get; init; }
    [Description("Of captions, audio-description, sign-language, relaxed: what is certain to be there.")]
    public required IReadOnlyList<string> Access { get; init; }
    [Description("Whether one gets in without a step; null where nobody has said.")]
    public required bool? StepFree { get; init; }
    public required bool? HearingLoop { get; init; }
    public required ApiLink? Series { get; init; }
    public required ApiLink? Organisation { get; init; }
    [Description("Made up to show how the site works: it does not take place.")]
    public required bool IsSample { get; init; }
    public required string PublishedAt { get; init; }
    [Description("When the screening, or a record that it names, was last changed.")]
    public required string ChangedAt { get; init; }
    public required string Url { get; init; }
    [Description("A calendar entry; null without a date.")]
    public required string? IcsUrl { get; init; }
    public required string ImageUrl { get; init; }
    public ApiScreeningDetails? Details { get; init; }

    public static ApiScreening Of(ScreeningCard card, SiteLinks links, Instant now) => new()
    {
        Uid = card.Uid,
        Slug = card.Slug,
        Title = card.Heading,
        PremiereNote = card.PremiereNote,
        Status = ApiWords.Name(card.Status),
        StatusReason = card.StatusReason,
        StartsAt = EventTimes.Format(card.StartsAt, card.TimeZone),
        EndsAt = card.StartsAt is null ? null : EventTimes.Format(card.EndsAt, card.TimeZone),
        DoorsAt = card.DoorsMinutes is { } doors ? EventTimes.Format(card.StartsAt - Duration.FromMinutes(doors), card.TimeZone) : null,
        Date = EventTimes.Format(card.Date),
        Time = EventTimes.Format(card.Time),
        TimeZone = card.TimeZone,
        ProgrammeDate = EventTimes.Format(card.ProgrammeDate),
        PreviousDate = EventTimes.Format(card.PreviousDate),
        PreviousTime = EventTimes.Format(card.PreviousTime),
        TalkMinutes = card.TalkMinutes,
        Films = [
            .. card.Films.Select(
                f => new ApiFilmShown(f.Slug, f.Title, f.TitleLanguage ?? Language.Current.Tag, f.OtherIsOriginal ? f.OriginalTitle : null,
                    f.OtherIsOriginal ? f.OriginalTitleLanguage : null,
                    ApiWords.Name(f.Kind), f.Languages, links.Page($"/films/{f.Slug}")))],
        Speakers = [.. card.Speakers.Select(s => new ApiLink(s.Slug, s.Name, links.Page($"/people/{s.Slug}")))],
        Venue = card is { VenueSlug: { } venue, VenueName: { } name } ? new(venue, name, links.Page($"/venues/{venue}")) : null,
        Room = card.RoomName,
        Place = new(card.Address, card.PostalCode, card.Area, card.City, card.Region, card.Country, card.Latitude, card.Longitude),
        OnlineUrl = card.OnlineUrl,
        Admission = ApiAdmission.Of(card, links, now),
        Languages = card.Languages,
        Subtitles = card.Subtitles,
        Access = ApiWords.Access(card),
        StepFree = ApiWords.Said(card.StepFree),
        HearingLoop = ApiWords.Said(card.HearingLoop),
        Series = card is { SeriesSlug: { } series, SeriesTitle: { } title } ? new(series, title, links.Page($"/series/{series}")) : null,
        Organisation = card is { OrganisationSlug: { } organisation, OrganisationName: { } presenter }
            ? new(organisation, presenter, links.Page($"/organisations/{organisation}")) : null,
        IsSample = card.IsSample,
        PublishedAt = InstantPattern.General.Format(card.PublishedAt ?? card.CreatedAt),
        ChangedAt = InstantPattern.General.Format(card.LastChanged),
        Url = links.Page($"/screenings/{card.Slug}"),
        IcsUrl = card.Date is null ? null : links.Page($"/screenings/{card.Slug}.ics"),
        ImageUrl = links.Page($"/screenings/{card.Slug}/share.jpg"),
    };

    public ApiScreening With(ScreeningDetails facts) =>
        this with
        {
            Details = new(facts.Description,
            facts.Description is null ? null : facts.DescriptionLanguage ?? Language.Current.Tag, facts.IntroductionMinutes,
            facts.Capacity, facts.EndIsKnown, ApiExpectations.Of(facts.Expectations with
            {
                AskFor = facts.AskForText?.Text,
                Notes = facts.ExpectationNotesText?.Text,
            }))
        };
}
