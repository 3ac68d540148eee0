using System.Globalization;
using HomsScreenings.Text;
using Microsoft.Extensions.Primitives;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Site;

/// <summary>Which page of a long list, from 1 on.</summary>
public readonly record struct PageNumber(int Value)
{
    const int Max = 100_000;

    /// <summary>What is said of a number that is none.</summary>
    public static string Problem => T("The page is a number from 1 on.");

    /// <summary>Reads it from the query string; none is the first.</summary>
    public static bool TryRead(StringValues query, out PageNumber number)
    {
        number = new PageNumber(1);
        if (query.Count == 0 || string.IsNullOrEmpty(query[0])) return true;
        if (query.Count != 1 || !int.TryParse(query[0]!.PlainFigures(), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value is < 1 or > Max) return false;
        number = new PageNumber(value);
        return true;
    }

    public int Skip(int size) => (Value - 1) * size;

    public bool HasNext(int total, int size) => Value * size < total;
}
