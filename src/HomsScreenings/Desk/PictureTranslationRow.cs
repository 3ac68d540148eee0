using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>A picture's texts in one other language, in its form.</summary>
public sealed class PictureTranslationRow : TranslationRow
{
    [Display(Name = "What it shows"), AtMost(Lengths.Line)]
    public string? AltText { get; set; }

    [AtMost(Lengths.Line)]
    public string? Caption { get; set; }

    public override bool IsEmpty => (AltText ?? Caption) is null;

    public override string FirstField => nameof(AltText);

    public static PictureTranslationRow Of(PictureTranslation translation) =>
        new() { Language = translation.Language, AltText = translation.AltText, Caption = translation.Caption };

    public PictureTranslation ToTranslation(string language) => new() { Language = language, AltText = AltText, Caption = Caption };
}
