using HomsScreenings.Films;
using HomsScreenings.Text.Languages;
using Microsoft.AspNetCore.Html;
using static HomsScreenings.Web.Pages.Shared.Sentence;

namespace HomsScreenings.Web.Pages.Shared;

/// <summary>Running times as <see cref="FilmWords"/> says them; what somebody wrote of them carries its language.</summary>
public static class RunningTimeSentence
{
    /// <summary>'94 minutes (festival cut)'.</summary>
    public static IHtmlContent Label(RunningTimeLine time) => time.Cut is { } cut
        ? H(time.Minutes, "{0} minute ({1})", "{0} minutes ({1})", LocalizedText.Written(cut))
        : H(time.Minutes, "{0} minute", "{0} minutes");

    /// <summary>'94 minutes (source: the distributor) or 90 minutes'.</summary>
    public static IHtmlContent WithSources(IEnumerable<RunningTimeLine> times) =>
        times.Select(WithSource).Aggregate((one, other) => H("{0} or {1}", one, other));

    static IHtmlContent WithSource(RunningTimeLine time) =>
        time.Source is { } source ? H("{0} (source: {1})", Label(time), LocalizedText.Written(source)) : Label(time);
}
