using System.Globalization;
using HomsScreenings.Text;
using HomsScreenings.Validation;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Catalogues;

/// <summary>When films were released, as a list can be narrowed by it: a year, '2014', or a decade, '2010s'.</summary>
public static class ReleaseYears
{
    public static CatalogueFacet Facet { get; } = new("year", Read,
        typed => T("'{0}' is not a year such as 2014, or a decade such as 2010s.", typed), Label)
    {
        Order = value => (9999 - YearOf(value)).ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>Whether a value is a decade.</summary>
    public static bool IsDecade(string value) => value.EndsWith('s');

    internal static IReadOnlyList<string> ValuesOf(int? year) => year is not { } known ? []
        : [known.ToString(CultureInfo.InvariantCulture), (known / 10 * 10).ToString(CultureInfo.InvariantCulture) + "s"];

    static int YearOf(string value) => int.Parse(value.TrimEnd('s'), CultureInfo.InvariantCulture);

    static string? Read(string typed)
    {
        var plain = typed.PlainFigures();
        var figures = plain.EndsWith('s') ? plain[..^1] : plain;
        return figures.Length == 4 && int.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && Years.CanBeAskedAbout(year) && (figures == plain || year % 10 == 0) ? plain : null;
    }

    static string Label(string value) => IsDecade(value) ? T("{0}–{1}", YearOf(value), YearOf(value) + 9) : Number(YearOf(value));
}
