using System.ComponentModel.DataAnnotations;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Text.Languages;

namespace HomsScreenings.Validation;

/// <summary>The texts of a record in one other language, in its form. An empty row is none.</summary>
public abstract class TranslationRow
{
    [Required(ErrorMessage = "This form is damaged; open it again."), LanguageTag]
    public string? Language { get; set; }

    /// <summary>Whether nothing is typed in it.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>The field that speaks for the row where it is wrong as a whole.</summary>
    public abstract string FirstField { get; }
}

public static class TranslationRows
{
    /// <summary>The language of a record's own texts, of which nothing is said.</summary>
    public static string Usual => Language.English.Tag;

    extension<TRow>(List<TRow> rows) where TRow : TranslationRow, new()
    {
        /// <summary>Adds a row for each other language of the site that has none.</summary>
        /// <param name="own">The language of the record's own texts.</param>
        public void Complete(string? own) => rows.AddRange(Language.All.Select(l => l.Tag)
            .Where(tag => tag != (own ?? Usual) && rows.All(r => r.Language != tag)).ToList().Select(tag => new TRow { Language = tag }));

        /// <summary>What is wrong with the rows together.</summary>
        /// <param name="field">The list of rows in the draft.</param>
        /// <param name="own">The language of the record's own texts.</param>
        public IEnumerable<ValidationResult> Problems(string field, string? own)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (rows[i] is not { IsEmpty: false, Language: { } typed } row) continue;
                var tag = LanguageTags.Tidy(typed);
                if (tag == Tag(own))
                    yield return new(
                        $"The texts of the record itself are in {LanguageTags.Name(tag)}: clear these, or say that those are in another language.", [$"{field}[{i}].{row.FirstField}"]);
                if (rows.Take(i).Any(r => !r.IsEmpty && r.Language is { } other && LanguageTags.Tidy(other) == tag))
                    yield return new($"{LanguageTags.Name(tag)} stands here twice.", [$"{field}[{i}].{row.FirstField}"]);
            }
        }

        /// <summary>The rows in which something is typed, each with its language.</summary>
        public IEnumerable<(string Language, TRow Row)> Filled() =>
            rows.Where(r => !r.IsEmpty).Select(r => (LanguageTags.Tidy(r.Language!), r));
    }

    /// <summary>The tag of the record's own texts as it is stored.</summary>
    public static string Tag(string? own) => own is null ? Usual : LanguageTags.Tidy(own);
}
