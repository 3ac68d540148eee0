using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>An entry of the journal as somebody types it.</summary>
public sealed class EntryInput : IVersionedInput, IValidatableObject
{
    const int MaxTagsTyped = EntryTag.Most * (EntryTag.MaxLength + 2);

    public int Version { get; set; }

    [Display(Name = "What it is")]
    public EntryKind Kind { get; set; } = EntryKind.Article;

    [Display(Name = "Title"), Required(ErrorMessage = "An entry needs a title."), TitleText]
    public string? Title { get; set; }

    [Display(Name = "Standfirst"), DataType(DataType.MultilineText), AtMost(JournalEntry.MaxStandfirst)]
    public string? Standfirst { get; set; }

    [Display(Name = "Text"), DataType(DataType.MultilineText), Markdown(JournalEntry.MaxBody)]
    public string? Body { get; set; }

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<EntryTranslationRow> Translations { get; set; } = [];

    [Display(Name = "Author"), DataType(TypedPerson.DataType), AtMost(TypedPerson.MaxLength)]
    public string? Author { get; set; }

    [Display(Name = "Signed as"), AtMost(Lengths.Name)]
    public string? Byline { get; set; }

    [Display(Name = "What the author does"), AtMost(Lengths.Line)]
    public string? AuthorNote { get; set; }

    [Display(Name = "Publication"), AtMost(Lengths.Name)]
    public string? Publication { get; set; }

    [Display(Name = "Issue"), AtMost(Lengths.Name)]
    public string? Issue { get; set; }

    [Display(Name = "Appeared on"), Day]
    public DateOnly? AppearedOn { get; set; }

    [Display(Name = "Where all of it stands"), WebAddress, DataType(DataType.Url)]
    public string? OriginalUrl { get; set; }

    [Display(Name = "Rating"), Range(0, 10, ErrorMessage = "A rating is a whole number from {1} to {2}.")]
    public int? Rating { get; set; }

    [Display(Name = "Out of")]
    public RatingScale RatingScale { get; set; }

    /// <summary>Addresses of pages here; empty rows count for nothing.</summary>
    public List<SubjectRow> Subjects { get; set; } = [];

    [Display(Name = "Tags"), AtMost(MaxTagsTyped)]
    public string? Tags { get; set; }

    [Display(Name = "Correction"), AtMost(Lengths.Line)]
    public string? Correction { get; set; }

    [Display(Name = "Address"), SlugText]
    public string? Slug { get; set; }

    IReadOnlyList<string> TagList =>
        [.. (Tags ?? "").Split([',', '،', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .DistinctBy(name => SearchKey.Of(name))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Rating is not null && Kind != EntryKind.Review) yield return new("Only a review rates.", [nameof(Rating)]);
        else if (Rating > JournalEntry.BestOf(RatingScale))
            yield return new($"The scale goes to {JournalEntry.BestOf(RatingScale)}.", [nameof(Rating)]);
        if (OriginalUrl is not null && Body?.Length > JournalEntry.MaxExcerpt)
            yield return new(TooLong, [nameof(Body)]);
        for (var i = 0; i < Translations.Count; i++)
            if (OriginalUrl is not null && Translations[i].Body?.Length > JournalEntry.MaxExcerpt)
                yield return new(TooLong, [$"{nameof(Translations)}[{i}].{nameof(EntryTranslationRow.Body)}"]);
        if (Issue is not null && Publication is null) yield return new("Of which publication is this the issue?", [nameof(Publication)]);
        if (TagList.Count > EntryTag.Most) yield return new($"There are too many; {EntryTag.Most} are the most.", [nameof(Tags)]);
        if (TagList.Any(t => t.Length > EntryTag.MaxLength || SearchKey.Of(t).Length == 0))
            yield return new($"A tag has a letter or a digit, and at most {EntryTag.MaxLength} characters.", [nameof(Tags)]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
    }

    static string TooLong => $"Of what stands elsewhere at most {JournalEntry.MaxExcerpt} characters are shown here, and the link.";

    /// <summary>What is wrong with whom and what it names.</summary>
    public async Task<IReadOnlyList<ValidationResult>> CheckAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var problems = new List<ValidationResult>();
        if (Author is { } author && (await NamedPeople.FindAsync(db, [author], [], cancellationToken)).Problem(author) is { } problem)
            problems.Add(new(problem, [nameof(Author)]));
        for (var i = 0; i < Subjects.Count; i++)
            if (Subjects[i].Address is { } address && await TypedSubject.FindAsync(db, address, cancellationToken) is null)
                problems.Add(new($"There is no film, person, series, screening or venue at '{address}'.",
                    [$"{nameof(Subjects)}[{i}].{nameof(SubjectRow.Address)}"]));
        return problems;
    }

    /// <summary>The form of an entry whose author, tags, subjects and translations are loaded.</summary>
    public static EntryInput Of(JournalEntry entry)
    {
        var input = new EntryInput
        {
            Version = entry.Version,
            Kind = entry.Kind,
            Title = entry.Title,
            Standfirst = entry.Standfirst,
            Body = entry.Body,
            TextLanguage = entry.TextLanguage,
            Translations = [.. entry.Translations.OrderBy(w => w.Language, StringComparer.Ordinal).Select(EntryTranslationRow.Of)],
            Author = entry.Author is { } author ? TypedPerson.Format(author.Name, author.Slug) : null,
            Byline = entry.Byline,
            AuthorNote = entry.AuthorNote,
            Publication = entry.Publication,
            Issue = entry.Issue,
            AppearedOn = entry.AppearedOn?.ToDateOnly(),
            OriginalUrl = entry.OriginalUrl,
            Rating = entry.Rating,
            RatingScale = entry.RatingScale,
            Subjects = [.. entry.Subjects.OrderBy(s => s.Position).Select(s => new SubjectRow { Address = TypedSubject.AddressOf(s) })],
            Tags = entry.Tags.Count == 0 ? null : string.Join(", ", entry.Tags.OrderBy(t => t.Position).Select(t => t.Name)),
            Correction = entry.Correction,
            Slug = entry.Slug,
        };
        input.AddRows();
        return input;
    }

    /// <summary>Adds empty rows for what it is about, and those for languages that are missing.</summary>
    public void AddRows()
    {
        const int emptyRows = 3;
        for (var i = 0; i < emptyRows; i++) Subjects.Add(new());
        Translations.Complete(TextLanguage);
    }

    public async Task<JournalEntry> ToEntryAsync(ScreeningsDb db, int? organisationId, Instant now, CancellationToken cancellationToken)
    {
        var wanted = Slug ?? Records.Slug.From("entry", Title);
        var entry = new JournalEntry
        {
            Kind = Kind,
            Title = Title!,
            OrganisationId = organisationId,
            Slug = await db.FreeSlugAsync<JournalEntry>(wanted, null, cancellationToken),
        };
        await DescribeAsync(db, entry, now, cancellationToken);
        db.Journal.Add(entry);
        return entry;
    }

    public async Task ApplyToAsync(ScreeningsDb db, JournalEntry entry, Instant now, CancellationToken cancellationToken)
    {
        if (Slug is { } chosen && chosen != entry.Slug)
            entry.Slug = await db.FreeSlugAsync<JournalEntry>(chosen, entry.Id, cancellationToken);
        await DescribeAsync(db, entry, now, cancellationToken);
    }

    async Task DescribeAsync(ScreeningsDb db, JournalEntry entry, Instant now, CancellationToken cancellationToken)
    {
        (entry.Kind, entry.Title, entry.Standfirst, entry.Body) = (Kind, Title!, Standfirst, Body);
        entry.TextLanguage = TranslationRows.Tag(TextLanguage);
        entry.SetTranslations(Translations.Filled().Select(w => w.Row.ToTranslation(w.Language)));
        (entry.Byline, entry.AuthorNote) = (Byline, AuthorNote);
        (entry.Publication, entry.Issue) = (Publication, Issue);
        (entry.AppearedOn, entry.OriginalUrl) = (AppearedOn is { } on ? LocalDate.FromDateOnly(on) : null, OriginalUrl);
        (entry.Rating, entry.RatingScale) = (Rating, RatingScale);
        entry.SetTags(TagList);
        await SetAuthorAsync(db, entry, cancellationToken);
        var subjects = new List<EntrySubject>();
        foreach (var row in Subjects.Where(s => s.Address is not null))
            if (await TypedSubject.FindAsync(db, row.Address!, cancellationToken) is { } subject && subjects.All(s => s.Of != subject.Of))
                subjects.Add(subject);
        entry.SetSubjects(subjects);
        if (Correction is not null && Correction != entry.Correction && entry.PublishedAt is not null) entry.Correct(Correction, now);
    }

    // A name that nobody bears is a new person, as in the credits of a film.
    async Task SetAuthorAsync(ScreeningsDb db, JournalEntry entry, CancellationToken cancellationToken)
    {
        if (Author is not { } typed)
        {
            (entry.Author, entry.AuthorId) = (null, null);
            return;
        }
        var named = await NamedPeople.FindAsync(db, [typed], [], cancellationToken);
        entry.Author = named.Known(typed) ?? await named.AddAsync(db, typed, entry.OrganisationId, cancellationToken);
    }
}

/// <summary>A row in which something is named that an entry is about.</summary>
public sealed class SubjectRow
{
    [Display(Name = "Page"), AtMost(Lengths.Url)]
    public string? Address { get; set; }
}
