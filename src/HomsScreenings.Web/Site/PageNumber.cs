using System.Globalization;
using HomsScreenings.Text;
using Microsoft.Extensions.Primitives;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Site;

/// <summary>Which page of a long list, from 1 on.</summary>
public readonly record struct PageNumber(int Value)
{
    // No list is so long: who asks for a later page asks for one that is not there.
    const int Max = 100_000, MaxFigures = 18;

    /// <summary>What is said of a number that is none.</summary>
    public static string Problem => T("The page is a number from 1 on.");

    /// <summary>Reads it from the query string; none is the first.</summary>
    public static bool TryRead(StringValues query, out PageNumber number)
    {
        number = new PageNumber(1);
        if (query.Count == 0 || string.IsNullOrEmpty(query[0])) return true;
        if (query.Distinct().Count() != 1 || query[0]!.PlainFigures() is not { Length: <= MaxFigures } figures
            || !long.TryParse(figures, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1) return false;
        number = new PageNumber((int)Math.Min(value, Max));
        return true;
    }

    public int Skip(int size) => (Value - 1) * size;

    public bool HasNext(int total, int size) => Value * size < total;
}
