using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Organisations;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>A series as somebody types it.</summary>
public sealed class SeriesInput : IVersionedInput, IValidatableObject
{
    const int EmptyRows = 3;

    public int Version { get; set; }

    [Display(Name = "Title"), Required(ErrorMessage = "A series needs a title."), TitleText]
    public string? Title { get; set; }

    [Display(Name = "Address"), SlugText]
    public string? Slug { get; set; }

    [Display(Name = "Kind")]
    public SeriesKind Kind { get; set; }

    [Year]
    public int? Year { get; set; }

    [Display(Name = "First day"), Day]
    public DateOnly? Starts { get; set; }

    [Display(Name = "Last day"), Day]
    public DateOnly? Ends { get; set; }

    [Display(Name = "Note on the dates"), AtMost(Lengths.Line)]
    public string? DatesNote { get; set; }

    [Display(Name = "Description"), DataType(DataType.MultilineText), Markdown]
    public string? Description { get; set; }

    [Display(Name = "Invitation"), DataType(DataType.MultilineText), AtMost(Lengths.Text)]
    public string? Invitation { get; set; }

    [Display(Name = "Show how many wait, in towns with five or more")]
    public bool ShowsInterest { get; set; }

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<SeriesTranslationRow> Translations { get; set; } = [];

    [Display(Name = "Organisation")]
    public int? OrganisationId { get; set; }

    /// <summary>Empty rows count for nothing.</summary>
    public List<PartnerRow> Partners { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Ends < Starts) yield return new("The last day lies before the first.", [nameof(Ends)]);
        if (Year is not null && ((Starts is { } first && first.Year > Year) || (Ends is { } last && last.Year < Year)))
            yield return new("The year does not lie between the first and the last day.", [nameof(Year)]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
        for (var i = 0; i < Partners.Count; i++)
        {
            if (Partners[i] is { OrganisationId: null, Part: not null })
                yield return new("Which organisation does this?", [$"{nameof(Partners)}[{i}].{nameof(PartnerRow.OrganisationId)}"]);
            if (Partners[i].OrganisationId is { } id && Partners.Take(i).Any(p => p.OrganisationId == id))
                yield return new("This organisation is chosen twice.", [$"{nameof(Partners)}[{i}].{nameof(PartnerRow.OrganisationId)}"]);
        }
    }

    /// <summary>What is wrong with it as a new series of the organiser's; settles whose it is.</summary>
    public async Task<IReadOnlyList<ValidationResult>> CheckNewAsync(
        ScreeningsDb db, Organiser organiser, CancellationToken cancellationToken)
    {
        var problems = new List<ValidationResult>(await CheckAsync(db, cancellationToken));
        if (!organiser.EditsEverything)
        {
            if (OrganisationId is null && organiser.OrganisationIds.Count == 1) OrganisationId = organiser.OrganisationIds[0];
            if (OrganisationId is not { } own || !organiser.OrganisationIds.Contains(own))
                problems.Add(new("Choose one of your organisations.", [nameof(OrganisationId)]));
        }
        var key = SearchKey.Of(Title);
        if (await db.Series.AnyAsync(s => s.TitleKey == key && s.OrganisationId == OrganisationId && s.Year == Year, cancellationToken))
            problems.Add(
                new("There is a series of this title and year already; if this is another, give it another title or year.",
                    [nameof(Title)]));
        return problems;
    }

    /// <summary>What is wrong with what it refers to.</summary>
    public async Task<IReadOnlyList<ValidationResult>> CheckAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var ids = Partners.Select(p => p.OrganisationId).OfType<int>().ToList();
        var known = await db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(cancellationToken);
        return [.. Partners.Select((p, i) => (p.OrganisationId, Row: i)).Where(p => p.OrganisationId is { } id && !known.Contains(id))
            .Select(
                p => new ValidationResult("This organisation is no longer there; choose again.",
                    [$"{nameof(Partners)}[{p.Row}].{nameof(PartnerRow.OrganisationId)}"]))];
    }

    public static SeriesInput New()
    {
        var draft = new SeriesInput();
        draft.AddRows();
        return draft;
    }

    /// <summary>Needs the partners and the wordings loaded.</summary>
    public static SeriesInput Of(ScreeningSeries series)
    {
        var draft = new SeriesInput
        {
            Version = series.Version,
            Title = series.Title,
            Slug = series.Slug,
            Kind = series.Kind,
            Year = series.Year,
            Starts = series.Starts?.ToDateOnly(),
            Ends = series.Ends?.ToDateOnly(),
            DatesNote = series.DatesNote,
            Description = series.Description,
            Invitation = series.Invitation,
            ShowsInterest = series.ShowsInterest,
            TextLanguage = series.TextLanguage,
            Translations = [.. series.Translations.OrderBy(w => w.Language, StringComparer.Ordinal).Select(SeriesTranslationRow.Of)],
            OrganisationId = series.OrganisationId,
            Partners = [
                .. series.Partners.OrderBy(p => p.Position)
                    .Select(p => new PartnerRow { OrganisationId = p.OrganisationId, Part = p.Part })],
        };
        draft.AddRows();
        return draft;
    }

    /// <summary>Adds empty rows for partners, and those for languages that are missing.</summary>
    public void AddRows()
    {
        for (var i = 0; i < EmptyRows; i++) Partners.Add(new());
        Translations.Complete(TextLanguage);
    }

    public async Task<ScreeningSeries> ToSeriesAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var series = new ScreeningSeries { Title = Title!, Kind = Kind, OrganisationId = OrganisationId, Slug = "" };
        ApplyTo(series);
        series.Slug = await db.FreeSlugAsync<ScreeningSeries>(Slug ?? Records.Slug.From("series", Title), null, cancellationToken);
        db.Series.Add(series);
        return series;
    }

    public async Task ApplyToAsync(ScreeningsDb db, ScreeningSeries series, CancellationToken cancellationToken)
    {
        ApplyTo(series);
        if (Slug is { } chosen && chosen != series.Slug)
            series.Slug = await db.FreeSlugAsync<ScreeningSeries>(chosen, series.Id, cancellationToken);
    }

    void ApplyTo(ScreeningSeries series)
    {
        (series.Title, series.Kind, series.Year, series.DatesNote) = (Title!, Kind, Year, DatesNote);
        series.Starts = Starts is { } first ? LocalDate.FromDateOnly(first) : null;
        series.Ends = Ends is { } last ? LocalDate.FromDateOnly(last) : null;
        (series.Description, series.Invitation, series.ShowsInterest) = (Description, Invitation, ShowsInterest);
        series.TextLanguage = TranslationRows.Tag(TextLanguage);
        series.SetTranslations(Translations.Filled().Select(w => w.Row.ToTranslation(w.Language)));
        series.SetPartners(
            Partners.Where(p => p.OrganisationId is not null)
                .Select(p => new Partner { OrganisationId = p.OrganisationId!.Value, Part = p.Part }));
    }
}

/// <summary>A row in which an organisation is named that stands behind a series, and what it does for it.</summary>
public sealed class PartnerRow
{
    [Display(Name = "Partner")]
    public int? OrganisationId { get; set; }

    [Display(Name = "Its part"), AtMost(Lengths.Line)]
    public string? Part { get; set; }
}
