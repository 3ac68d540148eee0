using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>Why a screening cannot be told something now, as a sentence; null where it can.</summary>
public static class ScreeningRefusals
{
    const string Draft = "It is a draft: nobody was promised it yet. Edit it, publish it or delete it.";

    extension(Screening screening)
    {
        public string? PublishingRefusal => screening.IsPublic ? "It is public already." : null;

        public string? StatusRefusal => screening.IsPublic ? null : Draft;

        public string? ReinstatingRefusal => !screening.IsPublic ? Draft
            : screening.Status is ScreeningStatus.Published or ScreeningStatus.Rescheduled ? "It takes place as it is." : null;

        public string? DeletingRefusal => screening.IsPublic
            ? "The public has seen it, and some have it in their calendars. Cancel it instead: its page and their calendars then say so."
            : null;

        public string? DuplicatingRefusal => screening.TimeZone is null
            ? "Its copies need the time zone of a place: give it a venue, or a time zone, first." : null;

        public string? CountingRefusal(Instant now) => !screening.IsPublic ? Draft
            : !screening.IsOn ? "It did not take place."
            : (screening.StartsAt ?? screening.EndsAt) > now ? "It has not begun yet." : null;
    }
}
