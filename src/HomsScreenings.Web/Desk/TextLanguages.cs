using HomsScreenings.Text;
using HomsScreenings.Text.Languages;
using HomsScreenings.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HomsScreenings.Web.Desk;

/// <summary>What the part of a form says in which texts stand in other languages.</summary>
public static class TextLanguages
{
    /// <summary>The languages in which a record may be written: those that the site speaks, and the one that it is in.</summary>
    public static IEnumerable<SelectListItem> ToChooseFrom(string? present) =>
        Language.All.Select(l => l.Tag).Append(TranslationRows.Tag(present)).Distinct()
        .Select(tag => new SelectListItem(LanguageTags.Name(tag), tag));

    /// <summary>'In other languages', and in which there is something.</summary>
    public static string Say<TRow>(IEnumerable<TRow> rows) where TRow : TranslationRow
    {
        var filled = rows.Where(r => r is { IsEmpty: false, Language: not null }).Select(r => LanguageTags.Name(r.Language!)).ToList();
        return filled.Count == 0 ? "In other languages" : $"In other languages: {string.Join(", ", filled)}";
    }

    /// <summary>Whether something in there is wrong, so that it must not be folded away.</summary>
    public static bool AreWrong(this ModelStateDictionary state) => state.Any(field => field.Value is { Errors.Count: > 0 }
        && (field.Key.Contains(".Translations[", StringComparison.Ordinal)
            || field.Key.EndsWith(".TextLanguage", StringComparison.Ordinal)));
}
