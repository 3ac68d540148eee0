using System.ComponentModel.DataAnnotations;
using AngleSharp.Html.Parser;
using HomsScreenings.Text;
using HomsScreenings.Validation;

namespace HomsScreenings.Tests.Text;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("[x](javascript:alert(1))", "x")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "x")]
    [InlineData("[x](java\tscript:alert(1))", null)]
    [InlineData("[x](&#106;avascript:alert(1))", "x")]
    [InlineData("[x](&#x6A;avascript&colon;alert(1))", "x")]
    [InlineData("[x](<javascript:alert(1)>)", "x")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)", "x")]
    [InlineData("[x](vbscript:msgbox)", "x")]
    [InlineData("[x](file:///etc/passwd)", "x")]
    [InlineData("[x](/films)", "x")]
    [InlineData("[x](//example.org)", "x")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)", "x")]
    [InlineData("<javascript:alert(1)>", "javascript:alert(1)")]
    [InlineData("<data:text/html,x>", "data:text/html,x")]
    [InlineData("![seen](https://example.org/pixel.gif)", "seen")]
    [InlineData("![seen](javascript:alert(1))", "seen")]
    public void What_leads_nowhere_good_is_only_its_words(string text, string? words)
    {
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml(text));
        Assert.Empty(html.QuerySelectorAll("a, img"));
        if (words is not null) Assert.Equal(words, html.Body!.TextContent.Trim());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<style>*{}</style>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<svg/onload=alert(1)>")]
    public void Markup_that_somebody_types_is_text(string text)
    {
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml(text));
        Assert.Empty(html.QuerySelectorAll("script, img, style, a, svg, iframe"));
        Assert.Equal(text, html.Body!.TextContent.Trim());
    }

    [Theory]
    [InlineData("[x](https://example.org/a?b=c)", "https://example.org/a?b=c")]
    [InlineData("[x](HTTP://example.org/)", "HTTP://example.org/")]
    [InlineData("[x](mailto:hello@example.org)", "mailto:hello@example.org")]
    [InlineData("<https://example.org/>", "https://example.org/")]
    [InlineData("<hello@example.org>", "mailto:hello@example.org")]
    public void Links_to_the_web_and_to_mailboxes_work_and_vouch_for_nothing(string text, string address)
    {
        var link = Assert.Single(new HtmlParser().ParseDocument(MarkdownText.ToHtml(text)).QuerySelectorAll("a"));
        Assert.Equal((address, "nofollow noopener"), (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Fact]
    public void Headings_begin_below_those_of_the_page_and_leave_no_level_out()
    {
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml("# One\n\n### Two\n\n###### Three\n\n## Four"));
        Assert.Equal(["H3", "H4", "H5", "H4"], html.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.TagName));
    }

    [Theory]
    [InlineData(">", 140, "x")]
    [InlineData("[", 18_000, "")]
    [InlineData("_*", 9_000, "")]
    [InlineData("- ", 200, "x")]
    public void What_nests_too_deeply_is_shown_as_plain_paragraphs_and_refused_when_it_is_typed(string mark, int times, string end)
    {
        var deep = string.Concat(Enumerable.Repeat(mark, times)) + end;
        var html = new HtmlParser().ParseDocument(MarkdownText.ToHtml($"{deep} <b>\n\nSecond\nparagraph"));
        Assert.Equal([$"{deep} <b>", "Second\nparagraph"], html.QuerySelectorAll("body > p").Select(p => p.TextContent));
        Assert.NotNull(MarkdownText.Plain(deep));
        Assert.Equal((false, true), (MarkdownText.CanBeShown(deep), MarkdownText.CanBeShown("> [*x*](https://example.org)\n> - y")));
        Assert.NotNull(new MarkdownAttribute().GetValidationResult(deep, new ValidationContext(this) { MemberName = "Field" }));
    }

    [Fact]
    public void A_description_is_the_plain_words_cut_between_two_of_them()
    {
        Assert.Equal("Filmed in Homs, with friends.", MarkdownText.Plain("Filmed in **Homs**,\nwith [friends](https://example.org)."));
        Assert.Equal("one two…", MarkdownText.Plain("one two three", 9));
        Assert.Null(MarkdownText.Plain("  "));
    }
}
