using System.Collections;
using System.Globalization;
using System.Reflection;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HomsScreenings.Tests.Import;

/// <summary>
/// Every record of a database with all its parts, column by column, as lines that are the same wherever the same is
/// stored: numbers of rows are replaced by what they stand for.
/// </summary>
static class DatabaseSnapshot
{
    /// <summary>What a programme file does not hold, and why two databases may differ in it.</summary>
    static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        "Version", "ChangedAt", "RevisedAt", // of this database
        "PrivateAddress", // told in confidence
        "Revision", "FactsNumber", "NoticeDueAt", // of the seats' own book-keeping
        "PreviousStartsAt", // follows from the previous date and time by the clocks of the present place
    };

    public static async Task<IReadOnlyList<string>> OfAsync(ScreeningsDb db)
    {
        var rows = new List<(IEntityType Type, object Row)>();
        foreach (var type in db.Model.GetEntityTypes()
            .Where(t => typeof(IRecord).IsAssignableFrom(t.ClrType) || typeof(IPart).IsAssignableFrom(t.ClrType)))
            foreach (var row in await RowsAsync(db, type.ClrType)) rows.Add((type, row));
        var names = new Dictionary<(Type, int), string>();
        foreach (var (type, row) in rows.Where(r => r.Row is IRecord)) names[(type.ClrType, ((IRecord)row).Id)] = ((IRecord)row).Slug;
        foreach (var (type, row) in rows.Where(r => r.Row is RunningTime or Room))
            names[(type.ClrType, (int)Value(db, row, "Id")!)] = $"{names[((IPart)row).PartOf]} {Value(db, row, "Position")}";
        return [.. rows.Where(r => r.Row is not SeatRules rules || IsInUse(rows, rules)).Select(r => Line(db, r.Type, r.Row, names))
            .Order(StringComparer.Ordinal)];
    }

    // Rules stay behind when booking moves elsewhere, for bookings may rest on them; a file says only what holds.
    static bool IsInUse(List<(IEntityType Type, object Row)> rows, SeatRules rules) =>
        rows.Exists(r => r.Row is Screening { Booking: BookingWay.Seats } screening && screening.Id == rules.ScreeningId);

    static async Task<IReadOnlyList<object>> RowsAsync(ScreeningsDb db, Type type)
    {
        var set = typeof(DbContext)
            .GetMethod(nameof(DbContext.Set), BindingFlags.Public | BindingFlags.Instance, [])!.MakeGenericMethod(type).Invoke(db, null);
        return await ((IQueryable<object>)set!).AsNoTracking().ToListAsync();
    }

    static string Line(ScreeningsDb db, IEntityType type, object row, Dictionary<(Type, int), string> names)
    {
        var fields = type.GetProperties().Where(p => !Own.Contains(p.Name) && (p.Name != "Id" || p.ClrType != typeof(int)))
            .OrderBy(p => p.Name, StringComparer.Ordinal).Select(p =>
        {
            var value = Value(db, row, p.Name);
            return value is int id && p.GetContainingForeignKeys().FirstOrDefault() is { } key
                ? $"{p.Name}={names[(key.PrincipalEntityType.ClrType, id)]}" : $"{p.Name}={Text(value)}";
        });
        return $"{type.ClrType.Name}: {string.Join(" | ", fields)}";
    }

    static object? Value(ScreeningsDb db, object row, string property) => db.Entry(row).Property(property).CurrentValue;

    static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        decimal amount => amount.ToString("0.##", CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(' ', list.Cast<object>()),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
