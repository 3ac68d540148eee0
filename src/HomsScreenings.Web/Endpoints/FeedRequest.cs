using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace HomsScreenings.Web.Endpoints;

/// <summary>Somebody asks for a feed: with what it is asked for, and what it takes to answer.</summary>
sealed record FeedRequest(HttpRequest Http, [FromServices] ScreeningsDb Db, [FromServices] SiteAddress Address,
    [FromServices] IOptions<SiteOptions> Site, [FromServices] TimeProvider Clock, CancellationToken Cancel)
{
    public Instant Now => Clock.Now();
    public string SiteName => Site.Value.Name;

    /// <summary>The site's address, without a slash at the end.</summary>
    public string Base => Address.Base(Http);

    /// <summary>The filter, its words in their usual order, or sentences that say what is wrong with it.</summary>
    public async Task<(ScreeningFilter Filter, FilterTargets Targets, IReadOnlyList<string> Problems)> FilterAsync()
    {
        var filter = ScreeningFilter.Read(Http.Query.PairsBut(), out var problems);
        if (problems.Count > 0) return (filter, FilterTargets.None, problems);
        var (targets, unknown) = await FilterTargets.FindAsync(Db, filter, Cancel);
        return (filter, targets, unknown);
    }

    /// <summary>The whole address of a path with a filter, in the language that is spoken; its words always in the same order.</summary>
    public string AddressOf(string path, ScreeningFilter filter)
    {
        var address = Base + Language.Current.Path(path);
        return filter.ToQuery() is { Length: > 0 } query ? $"{address}?{query}" : address;
    }

    /// <summary>
    /// Nothing public has this slug: leads on to where it went (301), with the filters, or says that it is gone (410)
    /// or that there is nothing (404).
    /// </summary>
    /// <param name="all">The records that the public may see: a draft's new name is told to nobody.</param>
    public async Task<IResult> MissingAsync<T>(IQueryable<T> all, string word, string slug, Func<string, string> address)
        where T : class, IRecord =>
        await Db.FateOfAsync<T>(slug, Cancel) switch
        {
            SlugFate.Moved moved when await all.WithSlug(moved.To).AnyAsync(Cancel) =>
                Results.Redirect(Base + Language.Current.Path(address(moved.To)) + Http.QueryString, permanent: true),
            SlugFate.Gone => TextResults.Gone(SlugWords.Gone(word)),
            _ => TextResults.NotFound(SlugWords.Missing(word, slug)),
        };
}
