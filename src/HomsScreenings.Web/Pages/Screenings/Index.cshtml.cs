using HomsScreenings.Catalogues;
using HomsScreenings.Films;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Pages.Shared;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Screenings;

/// <summary>The programme by the filters in the address: as a list by time, film or venue, as a month or a map.</summary>
public sealed class IndexModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public ProgrammeAddress Address { get; private set; } = new(ScreeningFilter.None);
    public FilterTargets Targets { get; private set; } = FilterTargets.None;
    /// <summary>Entries of the journal that are called so or signed so, and how many have the words of the search at all.</summary>
    public WrittenAbout Written { get; private set; } = WrittenAbout.Nothing;
    public FilterChoices Choices { get; private set; } = FilterChoices.None;
    public ProgrammePage Shown { get; private set; } = ProgrammePage.Empty;
    /// <summary>Null but in the view by months.</summary>
    public ProgrammeMonth? Month { get; private set; }
    /// <summary>Null but in the view as a map.</summary>
    public ProgrammePlaces? Places { get; private set; }
    /// <summary>The films of the page, by their slugs, where the view names more of them than their titles.</summary>
    public IReadOnlyDictionary<string, FilmInBrief> Films { get; private set; } = new Dictionary<string, FilmInBrief>();
    /// <summary>Whether it is so dense that one looks for a film or a venue first.</summary>
    public bool IsCrowded { get; private set; }
    public Instant Now { get; } = clock.Now();
    public PageNumber Number { get; private set; } = new(1);
    /// <summary>Where nothing is found: what there would be without one of the filters.</summary>
    public IReadOnlyList<LoosenedFilter> Without { get; private set; } = [];

    public ScreeningFilter Filter => Address.Filter;
    /// <summary>How many screenings are shown: in the list, in the month, on the map.</summary>
    public int Total => Month?.Screenings ?? Places?.Screenings ?? Shown.Total;
    public IEnumerable<ActiveFilter> ActiveFilters => ActiveFilter.Of(Address, Targets);
    public Pager Pager => new(T("the programme"), Number, Shown.HasNext, page => (Address with { Page = page }).ToString());
    /// <summary>The address of the same view with what is over.</summary>
    public string AddressWithPast => (Address with { Filter = Filter with { Past = true } }).ToString();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (ProgrammeAddress.Read(Request.Query, out var problems) is not { } address) return this.Wrong(problems);
        (Targets, var unknown) = await FilterTargets.FindAsync(db, address.Filter, cancellationToken, byName: address.Page == 1);
        if (unknown.Count > 0) return this.Wrong(unknown);
        if (!Targets.IsName && address.Page == 1 && DayWords.Meant(address.Filter) is { } meant)
            return LocalRedirect(Language.Current.Path((address with { Filter = meant }).ToString()));
        Written = await JournalCatalogue.NamedAsync(
            db, address.Page == 1 ? address.Filter.Query : null, WrittenAboutView.Most, Now, cancellationToken);

        Choices = await FilterChoices.FindAsync(
            db, address.Filter.IncludesPast || address.View == ProgrammeView.Month, Now, cancellationToken);
        (Address, Number) = (address with { Filter = Choices.Spelt(address.Filter) }, new PageNumber(address.Page));
        var finder = await ProgrammeFinder.OfAsync(db, Filter, Targets, Now, cancellationToken);
        if (!await FindAsync(finder, cancellationToken)) return NotFound();
        if (Total == 0 && Month is null) Without = LoosenedFilter.Count(finder);
        IsCrowded = Crowding.IsCrowded(finder, Shown.Screenings);
        return Page();
    }

    // A month shows what was as well as what comes; the others do when they are asked to.
    async Task<bool> FindAsync(ProgrammeFinder finder, CancellationToken cancellationToken)
    {
        switch (Address.View)
        {
            case ProgrammeView.Month:
                Month = await ProgrammeMonth.FindAsync(db, finder, Address.Month, cancellationToken);
                return Number.Value == 1;
            case ProgrammeView.Map:
                Places = ProgrammePlaces.Of(finder);
                return Number.Value == 1;
            default:
                Shown = await ProgrammePage.FindAsync(db, finder, Number.Value, cancellationToken);
                if (Address.View != ProgrammeView.List) Films = await ProgrammeFilms.OfAsync(db, finder, Shown.Films, cancellationToken);
                return !Shown.IsEmpty || Number.Value == 1;
        }
    }

    /// <summary>What the page leaves out of a day: what is over comes the latest first, so what is missing is its beginning.</summary>
    public LeftOut? RestOf(ListedDay day) => day.Date is not { } date || !Shown.LeftOut.TryGetValue(date, out var more) ? null
        : new(more, (Address.OfDay(date) with { Page = Shown.Past.Contains(day.Screenings[0]) ? 1 : 2 }).ToString());

    /// <summary>Whether search engines are to know it: of what nothing matches there is no end.</summary>
    public bool IsIndexed => Address.IsIndexed && (Total > 0 || Filter.IsEmpty);
}
