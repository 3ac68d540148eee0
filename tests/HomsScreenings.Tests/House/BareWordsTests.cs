namespace HomsScreenings.Tests.House;

/// <summary>What looks for words that nobody can translate has to find them, and nothing else.</summary>
public sealed class BareWordsTests
{
    [Theory]
    [InlineData("<h1>Films</h1>", "Films")]
    [InlineData("<p>Page @Model.Number.Value of many</p>", "Page  of many")]
    [InlineData("@if (Model.Any)\n{\n  <p>\n    Nothing matches.\n  </p>\n}", "Nothing matches.")]
    [InlineData("@if (Model.Any) {<text>Not known: </text>}", "Not known:")]
    [InlineData("<nav aria-label=\"Years\"></nav>", "aria-label=\"Years\"")]
    [InlineData("<nav aria-label=\"Pages of @Model.Of\"></nav>", "aria-label=\"Pages of \"")]
    [InlineData("<p>@(a ? \"x)\" : b) came</p>", "came")]
    public void Words_are_found(string view, string words) => Assert.Equal([words], BareWords.In(view));

    [Theory]
    [InlineData("<h1>@T(\"Films\")</h1>")]
    [InlineData("<nav aria-label=\"@T(\"Pages of {0}\", Model.Of)\"><a href=\"/films\" class=\"title\">@film.Title</a></nav>")]
    [InlineData("@page \"/films\"\n@model FilmsModel\n@* The <films>. *@\n<ul>\n@foreach (var film in Model.Films.Where(f => f.Year > 3))\n{\n  if (film.Year is { } year)\n  {\n    <li>@Number(year) · &amp; ×</li>\n  }\n  else\n  {\n    <li></li>\n  }\n}\n</ul>")]
    [InlineData("@{ var feeds = new[] { \"a}\" }; }\n<partial name=\"_Follow\" model=\"feeds\" />\n<p>@await Html.PartialAsync(\"_Follow\")</p>\n<b>@(x is { Length: > 0 } ? T(\"a (b\") : null)</b>")]
    public void What_is_said_through_the_languages_is_left_alone(string view) => Assert.Empty(BareWords.In(view));
}
