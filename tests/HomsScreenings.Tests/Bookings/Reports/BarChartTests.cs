using System.Xml.Linq;
using HomsScreenings.Bookings.Reports;
using HomsScreenings.Text;

namespace HomsScreenings.Tests.Bookings.Reports;

public sealed class BarChartTests
{
    [Fact]
    public void Bars_are_as_long_as_their_share_of_the_longest_and_say_their_number_and_name()
    {
        var svg = XElement.Parse(
            BarChart.Draw("came", "How many came", "One bar each.",
                [new("Homs & <Tour>", 60, 80, "60 of 80"), new("Leith", 100, null, "100"), new("Nobody", 0, 40, "0 of 40")]));
        Assert.Equal(("img", "came-title came-about", "100%", "132"),
            (Of(svg, "role"), Of(svg, "aria-labelledby"), Of(svg, "width"), Of(svg, "height")));
        Assert.Equal([("came-title", "How many came"), ("came-about", "One bar each.")],
            svg.Elements().Take(2).Select(e => (Of(e, "id"), e.Value)));
        Assert.Equal(["60 of 80Homs & <Tour>", "100Leith", "0 of 40Nobody"], svg.Elements("text").Select(t => t.Value));
        Assert.Equal(
            [("chart-whole", "80%", "25"), ("chart-bar", "60%", "25"),
                ("chart-bar", "100%", "69"), ("chart-whole", "40%", "113"), ("chart-bar", "0%", "113")],
            svg.Elements("rect").Select(r => (Of(r, "class"), Of(r, "width"), Of(r, "y"))));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "fill");
    }

    [Fact]
    public void A_long_name_goes_on_in_further_lines_and_none_of_it_is_cut_off()
    {
        const string family = "👩‍👧";
        var svg = XElement.Parse(BarChart.Draw("c", "t", "d",
            [new("Sat 27 Jun, Portland: Return to Homs, with the director", 62, 80, "62 of 80"),
                new(string.Concat(Enumerable.Repeat(family, 40)), 1, null, "1"), new("Leith", 1, null, "1")]));
        Assert.Equal(
            [["62 of 80", "Sat 27 Jun, Portland:", "Return to Homs, with the director"],
                ["1", "", string.Concat(Enumerable.Repeat(family, 34)), string.Concat(Enumerable.Repeat(family, 6))],
                ["1", "Leith"]],
            svg.Elements("text").Select(t => t.Elements().Select(e => e.Value).ToArray()).ToArray());
        Assert.Equal(["17", "79", "159"], svg.Elements("text").Select(t => Of(t, "y")));
        Assert.Equal(["43", "43", "123", "167"], svg.Elements("rect").Select(r => Of(r, "y")));
        Assert.Equal("186", Of(svg, "height"));
    }

    [Fact]
    public void A_cell_is_no_formula_and_ends_where_it_ends() => Assert.Equal("\uFEFFa,'=1+1,\"b,\"\"c\"\"\",,'@x,'-2,\"'\rd\",'+\r\n",
        System.Text.Encoding.UTF8.GetString(Csv.Write([["a", "=1+1", "b,\"c\"", null, "@x", "-2", "\rd", "+"]])));

    static string? Of(XElement element, string attribute) => element.Attribute(attribute)?.Value;
}
