using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace HomsScreenings.Subscriptions.Newsletters;

/// <summary>The addresses that an organisation may have, as a table for spreadsheets, with when each agreed and to what.</summary>
public static class SharedAddresses
{
    static readonly InstantPattern Moment = InstantPattern.General;

    static readonly string[] Header = ["email", "language", "follows", "newsletter", "asked_at", "confirmed_at", "address_shared_at"];

    public static async Task<byte[]> WriteAsync(ScreeningsDb db, int organisationId, CancellationToken cancellationToken)
    {
        var rows = await (await db.SharedWithAsync(organisationId, cancellationToken)).AsNoTracking()
            .OrderBy(s => s.EmailKey).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return Csv.Write([Header, .. rows.Select(RowOf)]);
    }

    static IEnumerable<string?> RowOf(Subscription s) =>
    [
        s.Email, s.Language, s.Filter, s.Newsletters ? "yes" : "no",
        Moment.Format(s.AskedAt), Moment.Format(s.ConfirmedAt!.Value), Moment.Format(s.AddressSharedAt!.Value),
    ];
}
