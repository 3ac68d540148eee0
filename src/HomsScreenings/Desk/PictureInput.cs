using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;
using NodaTime;

namespace HomsScreenings.Desk;

/// <summary>What somebody says of a picture.</summary>
public sealed class PictureInput : IVersionedInput, IValidatableObject
{
    [Display(Name = "What it is")]
    public PictureRole Role { get; set; }

    [Display(Name = "What it shows"), AtMost(Lengths.Line)]
    public string? AltText { get; set; }

    [Display(Name = "It is decorative: it shows nothing that one has to know")]
    public bool IsDecorative { get; set; }

    [AtMost(Lengths.Line)]
    public string? Caption { get; set; }

    [Display(Name = "Whose it is"), AtMost(Lengths.Line)]
    public string? Credit { get; set; }

    [Display(Name = "Where it is from"), AtMost(Lengths.Line)]
    public string? Source { get; set; }

    [Display(Name = "May be shown until")]
    public DateOnly? Until { get; set; }

    [Display(Name = "What must stay in view: from the left, in per cent"), Range(0, 100, ErrorMessage = "{0} is a number from {1} to {2}.")]
    public int FocusX { get; set; } = 50;

    [Display(Name = "From the top, in per cent"), Range(0, 100, ErrorMessage = "{0} is a number from {1} to {2}.")]
    public int FocusY { get; set; } = 50;

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<PictureTranslationRow> Translations { get; set; } = [];

    /// <summary>The version of the record from which the form was filled.</summary>
    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (AltText is null && !IsDecorative)
            yield return new("Say in a sentence what it shows, for those who cannot see it; or say that it is decorative.", [nameof(AltText)]);
        if (AltText is not null && IsDecorative)
            yield return new("What shows something is not decorative: leave one of the two.", [nameof(IsDecorative)]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
    }

    public static PictureInput Of(Picture picture, int version) => new()
    {
        Role = picture.Role,
        AltText = picture.AltText,
        IsDecorative = picture.IsDecorative,
        Caption = picture.Caption,
        Credit = picture.Credit,
        Source = picture.Source,
        Until = picture.Until?.ToDateOnly(),
        FocusX = picture.FocusX,
        FocusY = picture.FocusY,
        TextLanguage = picture.TextLanguage,
        Translations = [.. picture.Translations.OrderBy(t => t.Language, StringComparer.Ordinal).Select(PictureTranslationRow.Of)],
        Version = version,
    };

    /// <summary>Writes a checked input into a picture.</summary>
    public void ApplyTo(Picture picture, LocalDate today)
    {
        (picture.Role, picture.AltText, picture.IsDecorative) = (Role, AltText, IsDecorative);
        (picture.Caption, picture.Credit, picture.Source) = (Caption, Credit, Source);
        (picture.FocusX, picture.FocusY) = (FocusX, FocusY);
        picture.ShowUntil(Until is { } last ? LocalDate.FromDateOnly(last) : null, today);
        picture.TextLanguage = TranslationRows.Tag(TextLanguage);
        picture.SetTranslations(Translations.Filled().Select(t => t.Row.ToTranslation(t.Language)));
    }
}
