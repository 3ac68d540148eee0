using HomsScreenings.Model;
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
    public string SiteName => Site.Value.LocalizedName;

    /// <summary>The site's address, without a slash at the end.</summary>
    public string Base => Address.Base(Http);

    /// <summary>The filter, its words in their usual order, or the answer that says what is wrong with it.</summary>
    /// <param name="others">Parameters beside those of the filter.</param>
    public async Task<(ScreeningFilter Filter, FilterTargets Targets, IResult? Wrong)> FilterAsync(params string[] others)
    {
        var filter = ScreeningFilter.Read(Http.Query.PairsBut(others), out var problems);
        if (problems.Count > 0) return (filter, FilterTargets.None, TextResults.Wrong(problems));
        filter = await FilterChoices.SpeltAsync(Db, filter, Now, Cancel);
        var (targets, unknown) = await FilterTargets.FindAsync(Db, filter, Cancel);
        if (unknown.Count == 0) return (filter, targets, null);
        var gone = await GoneAsync(filter);
        return (filter, targets, gone.Count == unknown.Count ? TextResults.Gone(string.Join('\n', gone)) : TextResults.Wrong(unknown));
    }

    // Who follows what was deleted is to ask no more; what never was is mistyped.
    async Task<IReadOnlyList<string>> GoneAsync(ScreeningFilter filter)
    {
        var gone = new List<string>();
        await LookAsync<Film>("film", filter.Films);
        await LookAsync<ScreeningSeries>("series", filter.Series);
        await LookAsync<Venue>("venue", filter.Venues);
        await LookAsync<Organisation>("organisation", filter.Organisations);
        return gone;

        async Task LookAsync<T>(string word, IEnumerable<string> slugs) where T : class, IRecord
        {
            foreach (var slug in slugs)
                if (await Db.FateOfAsync<T>(slug, Cancel) is SlugFate.Gone) gone.Add(SlugWords.Gone(word));
        }
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
                Results.Redirect(Base + Language.Current.Path(address(moved.To)) + Http.QueryString.ToHeaderText(), permanent: true),
            SlugFate.Gone => TextResults.Gone(SlugWords.Gone(word)),
            _ => TextResults.NotFound(SlugWords.Missing(word, slug)),
        };
}
