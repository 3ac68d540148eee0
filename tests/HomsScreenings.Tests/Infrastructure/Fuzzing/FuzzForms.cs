using AngleSharp.Html.Dom;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>Reads the forms of a page, and what somebody would type into them.</summary>
static class FuzzForms
{
    const int MaxFields = 120;
    const string Prose = "All of it, *once more*, and [there](https://example.org).";

    public static IReadOnlyList<FuzzForm> Of(Answer page) => [.. page.Html.QuerySelectorAll("form[method=post]").Cast<IHtmlFormElement>()
        .Where(form => form.GetAttribute("action") != "/account/sign-out" || page.Html.QuerySelector("main form") is null)
        .Select(form => new FuzzForm(QueryOf(form), [.. FieldsOf(form)], [.. ButtonsOf(form)]))];

    // What a browser would send of the form, and beside it what it would send of boxes that are not ticked.
    static IEnumerable<FuzzField> FieldsOf(IHtmlFormElement form) => form.Elements.Where(e => NameOf(e) is { Length: > 0 } name
        && name != "__RequestVerificationToken").Select(e => e switch
        {
            IHtmlSelectElement select => new FuzzField(select.Name!, select.Value ?? "", [.. select.Options.Select(o => o.Value)]),
            IHtmlTextAreaElement area => new FuzzField(area.Name!, area.Value, [Prose]),
            IHtmlInputElement { Type: "checkbox" or "radio" } box => new FuzzField(box.Name!, box.IsChecked ? box.Value : "", [box.Value]),
            // Nobody sees it, and who fills it in is refused.
            IHtmlInputElement { Name: "Input.LeaveEmpty" } empty => new FuzzField(empty.Name, "", []),
            IHtmlInputElement { Type: not ("submit" or "button") } input => new FuzzField(input.Name!, input.Value, Usual(input)),
            _ => null,
        }).OfType<FuzzField>().Take(MaxFields);

    static IReadOnlyList<string> Usual(IHtmlInputElement input) => input.Type switch
    {
        "hidden" => [],
        "date" => ["2026-06-02", "2026-07-01", "2027-03-28"],
        "time" => ["19:30", "01:30"],
        "email" => ["somebody@example.org", "person1@example.org"],
        "url" => ["https://example.org/a?b=c"],
        "number" => ["1", "3", "50"],
        "password" => ["four horses on a blue hill"],
        _ => input.List?.QuerySelectorAll("option").Select(o => o.GetAttribute("value") ?? "").ToList() is { Count: > 0 } known
            ? known : ["Return to Homs", "Talal Derki", "Europe/London", "GB", "en", "2", "51.5, -0.13", "2026-06-02 19:30"],
    };

    static IEnumerable<(string, string)> ButtonsOf(IHtmlFormElement form) => form.Elements.OfType<IHtmlButtonElement>()
        .Where(b => b.Name is { Length: > 0 }).Select(b => (b.Name!, b.Value));

    static string QueryOf(IHtmlFormElement form) => form.GetAttribute("action") is { } action
        && action.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? action[at..] : "";

    static string? NameOf(IHtmlElement element) => element.GetAttribute("name");
}
