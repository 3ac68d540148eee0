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

    public override bool IsEmpty => (Name ?? About) is null;

    public override string FirstField => nameof(Name);

    public static OrganisationTranslationRow Of(OrganisationTranslation wording) =>
        new() { Language = wording.Language, Name = wording.Name, About = wording.About };

    public OrganisationTranslation ToTranslation(string language) => new() { Language = language, Name = Name, About = About };
}
