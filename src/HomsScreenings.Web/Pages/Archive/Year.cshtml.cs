using System.Globalization;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Web.Pages.Archive;

/// <summary>What was shown in one year, the latest first; or what was shown and nobody dated.</summary>
public sealed class YearModel(ScreeningsDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 50;
    public const string Undated = "undated";

    /// <summary>As it stands in the address: '2014' or 'undated'.</summary>
    public string Name { get; private set; } = "";
    public bool IsUndated => Name == Undated;
    public IReadOnlyList<ScreeningCard> Screenings { get; private set; } = [];
    public int Total { get; private set; }
    public PageNumber Number { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? year, CancellationToken cancellationToken)
    {
        if (!PageNumber.TryRead(Request.Query["page"], out var number)) return this.Wrong([PageNumber.Problem]);
        if (year is null || (year != Undated && !IsYear(year))) return NotFound();
        (Name, Number) = (year, number);
        var shown = Of(db.Screenings.Published().Over(clock.Now()));
        Total = await shown.CountAsync(cancellationToken);
        Screenings = await shown.LatestFirst().Skip(number.Skip(PageSize)).Take(PageSize).Select(ScreeningCard.Of)
            .ToListAsync(cancellationToken);
        return Screenings.Count == 0 ? NotFound() : Page();
    }

    static bool IsYear(string year) => year.Length == 4 && year.All(char.IsAsciiDigit) && year != "0000";

    IQueryable<Screening> Of(IQueryable<Screening> past)
    {
        if (IsUndated) return past.Where(s => s.ProgrammeDate == null);
        var year = int.Parse(Name, CultureInfo.InvariantCulture);
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        return past.Where(s => s.ProgrammeDate >= first && s.ProgrammeDate <= last);
    }
}
