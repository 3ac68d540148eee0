using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>An organisation's texts in one other language, in the form.</summary>
public sealed class OrganisationTranslationRow : TranslationRow
{
    [TitleText]
    public string? Name { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? About { get; set; }

    [DataType(DataType.MultilineText), AtMost(Organisation.MaxDisclaimer)]
    public string? Disclaimer { get; set; }

    public override bool IsEmpty => (Name ?? About ?? Disclaimer) is null;

    public override string FirstField => nameof(Name);

    public static OrganisationTranslationRow Of(OrganisationTranslation wording) =>
        new() { Language = wording.Language, Name = wording.Name, About = wording.About, Disclaimer = wording.Disclaimer };

    public OrganisationTranslation ToTranslation(string language) =>
        new() { Language = language, Name = Name, About = About, Disclaimer = Disclaimer };
}
