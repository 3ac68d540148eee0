using AngleSharp.Html.Dom;
using HomsScreenings.Model;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Tests.Pages.Organise;

/// <summary>What the tests of the desk ask again and again.</summary>
static class Desk
{
    public const string Campaign = "Homs Campaign";

    /// <summary>The screening as it stands in the database, read afresh.</summary>
    public static Task<Screening> Stored(this ScreeningsApp app, string slug) =>
        app.InDbAsync(db => db.Screenings.AsNoTracking().SingleAsync(s => s.Slug == slug));

    public static Task<int> Count(this ScreeningsApp app) => app.InDbAsync(db => db.Screenings.CountAsync());

    /// <summary>The sentences that stand beside fields, with the fields' ids.</summary>
    public static IReadOnlyList<string> Problems(this Answer answer) =>
        [.. answer.Html.QuerySelectorAll(".field .error").Select(e => $"{e.Id}: {e.Words()}")];

    /// <summary>Everything that is said to be wrong, fields or not.</summary>
    public static IReadOnlyList<string> AllProblems(this Answer answer) => answer.Texts(".problems li");

    /// <summary>What stands in a field of the form, by its name.</summary>
    public static string? Typed(this Answer answer, string name) =>
        ((IHtmlFormElement)answer.Html.QuerySelector("form.stacked")!).Elements[name] switch
        {
            IHtmlSelectElement select => select.Value,
            IHtmlTextAreaElement area => area.Value.Trim(),
            IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? "true" : null,
            IHtmlInputElement input => input.Value,
            _ => null,
        };

    /// <summary>Whether a person could have put the value there: a choice holds only what it offers.</summary>
    public static bool Offers(this Answer answer, string name, string? value) =>
        ((IHtmlFormElement)answer.Html.QuerySelector("form.stacked")!).Elements[name] is not IHtmlSelectElement select
        || select.Options.Any(o => o.Value == value);

    public static string Edit(string slug) => $"/organise/screenings/{slug}/edit";

    public static string SlugOf(Answer redirect) => redirect.Location!.Split('/')[^2];
}
