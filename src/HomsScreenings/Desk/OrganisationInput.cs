using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>An organisation as a person types it.</summary>
public sealed class OrganisationInput : IVersionedInput, IValidatableObject
{
    const int MaxQuoted = 60;

    public int Version { get; set; }

    [Required(ErrorMessage = "An organisation needs a name."), TitleText]
    public string? Name { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? About { get; set; }

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<OrganisationTranslationRow> Translations { get; set; } = [];

    [Display(Name = "Disclaimer"), DataType(DataType.MultilineText), AtMost(Organisation.MaxDisclaimer)]
    public string? Disclaimer { get; set; }

    [WebAddress, DataType(DataType.Url)]
    public string? Website { get; set; }

    [Display(Name = "Its pages elsewhere"), DataType(DataType.MultilineText), AtMost(Organisation.MaxLinks * (Lengths.Url + 1))]
    public string? Links { get; set; }

    [EmailText, Display(Name = "Email address for the public"), DataType(DataType.EmailAddress)]
    public string? PublicEmail { get; set; }

    [SlugText, Display(Name = "Address")]
    public string? Slug { get; set; }

    string[] TypedLinks => (Links ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    IEnumerable<string> WantedLinks => TypedLinks.Select(WebAddresses.Tidy).OfType<string>().Distinct(StringComparer.Ordinal);

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (TypedLinks.FirstOrDefault(l => !WebAddresses.IsSecure(l) || WebAddresses.Tidy(l) is { Length: > Lengths.Url }) is { } link)
            yield return new($"'{link.CutWithEllipsis(MaxQuoted)}' is not a web address such as https://example.org.", [nameof(Links)]);
        if (WantedLinks.Count() > Organisation.MaxLinks)
            yield return new($"There are too many; {Organisation.MaxLinks} are the most.", [nameof(Links)]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
    }

    public static OrganisationInput Of(Organisation organisation) => new()
    {
        Version = organisation.Version,
        Name = organisation.Name,
        About = organisation.About,
        Disclaimer = organisation.Disclaimer,
        TextLanguage = organisation.TextLanguage,
        Translations = [
            .. organisation.Translations.OrderBy(w => w.Language, StringComparer.Ordinal).Select(OrganisationTranslationRow.Of)],
        Website = organisation.Website,
        Links = organisation.Links.Count == 0 ? null : string.Join('\n', organisation.Links),
        PublicEmail = organisation.PublicEmail,
        Slug = organisation.Slug,
    };

    /// <summary>A new organisation with what was typed; to be called once it is valid.</summary>
    public async Task<Organisation> ToOrganisationAsync(ScreeningsDb db, CancellationToken cancellationToken)
    {
        var wanted = Slug ?? Records.Slug.From("organisation", Name);
        var organisation = new Organisation { Slug = await db.FreeSlugAsync<Organisation>(wanted, null, cancellationToken), Name = Name! };
        Describe(organisation);
        return organisation;
    }

    /// <summary>
    /// Writes what was typed into one whose texts in other languages are loaded; to be called once it is valid. An empty address leaves
    /// it as it is.
    /// </summary>
    public async Task ApplyToAsync(Organisation organisation, ScreeningsDb db, CancellationToken cancellationToken)
    {
        if (Slug is not null && Slug != organisation.Slug)
            organisation.Slug = await db.FreeSlugAsync<Organisation>(Slug, organisation.Id, cancellationToken);
        organisation.Name = Name!;
        Describe(organisation);
    }

    void Describe(Organisation organisation)
    {
        (organisation.About, organisation.Disclaimer) = (About, Disclaimer);
        (organisation.Website, organisation.Links, organisation.PublicEmail) = (Website, [.. WantedLinks], PublicEmail);
        organisation.TextLanguage = TranslationRows.Tag(TextLanguage);
        organisation.SetTranslations(Translations.Filled().Select(w => w.Row.ToTranslation(w.Language)));
    }
}
