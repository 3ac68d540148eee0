using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

/// <summary>A person as somebody types them.</summary>
public sealed class PersonInput : IVersionedInput, IValidatableObject
{
    [Required(ErrorMessage = "The person needs a name."), NameText]
    public string? Name { get; set; }

    [Display(Name = "Name in its own script"), NameText]
    public string? OriginalName { get; set; }

    [Display(Name = "Its language"), LanguageTag]
    public string? OriginalNameLanguage { get; set; }

    [DataType(DataType.MultilineText), Markdown]
    public string? About { get; set; }

    [Display(Name = "Language of the texts above"), LanguageTag]
    public string? TextLanguage { get; set; } = TranslationRows.Usual;

    /// <summary>The texts in other languages; empty rows count for nothing.</summary>
    public List<PersonTranslationRow> Translations { get; set; } = [];

    [Display(Name = "Address on this site"), SlugText]
    public string? Slug { get; set; }

    /// <summary>Somebody has seen the people of the same name.</summary>
    [Display(Name = "This is somebody else")]
    public bool ConfirmedNew { get; set; }

    /// <summary>The version of the person from which the form was filled.</summary>
    public int Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (OriginalName is null && OriginalNameLanguage is not null)
            yield return new("A language is given, but no name in it.", [nameof(OriginalNameLanguage)]);
        foreach (var problem in Translations.Problems(nameof(Translations), TextLanguage)) yield return problem;
    }

    public static PersonInput Of(Person person) => new()
    {
        Name = person.Name,
        OriginalName = person.OriginalName,
        OriginalNameLanguage = person.OriginalNameLanguage,
        About = person.About,
        TextLanguage = person.TextLanguage,
        Translations = [.. person.Translations.OrderBy(w => w.Language, StringComparer.Ordinal).Select(PersonTranslationRow.Of)],
        Slug = person.Slug,
        Version = person.Version,
    };

    /// <summary>A new person from a draft that was found right.</summary>
    public Person ToPerson(string slug, int? organisationId)
    {
        var person = new Person { Slug = slug, Name = Name!, OrganisationId = organisationId };
        ApplyTo(person);
        return person;
    }

    /// <summary>Writes a draft that was found right into a person whose texts in other languages are loaded.</summary>
    public void ApplyTo(Person person)
    {
        (person.Slug, person.Name, person.OriginalName) = (Slug ?? person.Slug, Name!, OriginalName);
        person.OriginalNameLanguage = OriginalNameLanguage is { } tag ? LanguageTags.Tidy(tag) : null;
        person.About = About;
        person.TextLanguage = TranslationRows.Tag(TextLanguage);
        person.SetTranslations(Translations.Filled().Select(w => w.Row.ToTranslation(w.Language)));
    }
}
