using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Journal;
using HomsScreenings.Programme;
using HomsScreenings.Records;
using HomsScreenings.Series;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints;

/// <summary>A page of this site that somebody named by its whole address.</summary>
/// <param name="Folder">'films', 'screenings'; empty for the first page.</param>
/// <param name="Slug">The record or the year; null for a list.</param>
/// <param name="Filter">Of the programme; none for all other pages.</param>
sealed record OwnPage(Language Language, string Folder, string? Slug, ScreeningFilter Filter)
{
    /// <summary>Its path, in its language and with its filter: always the same for the same page.</summary>
    public string Path => Language.Path($"/{Folder}{(Slug is null ? "" : $"/{Slug}")}") + Query;

    /// <summary>The path of what can be put into other pages; null for a page that can only be linked.</summary>
    public string? Embed => (Folder, Slug) switch
    {
        ("screenings" or "subscribe", null) => "/embed/screenings" + Query,
        ("screenings" or "films" or "series" or "venues" or "organisations", { } slug) => $"/embed/{Folder}/{slug}",
        _ => null,
    };

    string Query => Filter.ToQuery() is { Length: > 0 } query ? "?" + query : "";

    /// <summary>Takes an address apart; null for one of another site, of no public page, or with a filter that is not understood.</summary>
    public static OwnPage? Read(string url, string siteAddress)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || !uri.GetLeftPart(UriPartial.Path).StartsWith(siteAddress, StringComparison.OrdinalIgnoreCase)) return null;
        var path = uri.GetLeftPart(UriPartial.Path)[siteAddress.Length..];
        if (path.Length > 0 && path[0] != '/') return null;
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var language = steps.Length > 0 ? Language.WithPrefix(steps[0]) : null;
        if (language is not null) steps = steps[1..];
        if (steps.Length > 2) return null;
        var (folder, slug) = (steps.Length > 0 ? steps[0] : "", steps.Length > 1 ? steps[1] : null);
        var page = new OwnPage(language ?? Language.English, folder, slug, ScreeningFilter.None);
        if (folder is not ("screenings" or "subscribe") || slug is not null) return page;
        // Another view, or a later page, is the same programme.
        var filter = ScreeningFilter.Read(
            new QueryCollection(QueryHelpers.ParseQuery(uri.Query)).PairsBut("view", "month", "page"), out var problems);
        return problems.Count == 0 ? page with { Filter = filter } : null;
    }

    /// <summary>What the page is called; null where there is no such page. A draft's title is told to nobody.</summary>
    public async Task<string?> TitleAsync(FeedRequest request)
    {
        Language.Speak();
        var (db, cancellationToken) = (request.Db, request.Cancel);
        return (Folder, Slug) switch
        {
            ("", null) => request.SiteName,
            ("screenings" or "subscribe", null) when !Filter.IsEmpty => FilterWords.Programme(
                Filter, (await FilterTargets.FindAsync(db, Filter, cancellationToken)).Targets),
            ("screenings", null) => T("Programme"),
            ("subscribe", null) => T("Subscribe to the programme"),
            ("films", null) => T("Films"),
            ("series", null) => T("Tours & festivals"),
            ("venues", null) => T("Venues"),
            ("people", null) => T("People"),
            ("journal", null) => T("Journal"),
            ("archive", null) => T("Archive"),
            ("screenings", not null) => (await CalledAsync(db.Screenings.Published(), ScreeningCard.Of))?.Heading,
            ("films", not null) => await CalledAsync(db.Films.Published(), f => f.NamesIn(Language.Current.Tag).First),
            ("series", not null) => await CalledAsync(db.Series.Published(), s => s.TitleIn(Language.Current.Tag)),
            ("venues", not null) => await CalledAsync(db.Venues.Published(), v => v.NameIn(Language.Current.Tag)),
            ("people", not null) => await CalledAsync(
                db.People.Published(), p => p.NameIn(Language.Current.Tag)),
            ("organisations", not null) => await CalledAsync(db.Organisations, o => o.NameIn(Language.Current.Tag)),
            ("journal", not null) => await CalledAsync(db.Journal.Published(), e => e.TitleIn(Language.Current.Tag)),
            ("archive", { } year) => IsYear(year) ? T("Archive: {0}", year) : year == "undated" ? T("Archive") : null,
            _ => null,
        };

        // What was renamed is found by its former slug, as its page is.
        async Task<TName?> CalledAsync<TRecord, TName>(IQueryable<TRecord> all, Expression<Func<TRecord, TName>> name)
            where TRecord : class, IRecord where TName : class =>
            await all.WithSlug(Slug!).Select(name).SingleOrDefaultAsync(cancellationToken)
            ?? (await db.FateOfAsync<TRecord>(Slug!, cancellationToken) is SlugFate.Moved moved
                ? await all.WithSlug(moved.To).Select(name).SingleOrDefaultAsync(cancellationToken) : null);
    }

    static bool IsYear(string year) => year.Length == 4 && year.All(char.IsAsciiDigit);
}
