using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace HomsScreenings.Subscriptions.Newsletters;

/// <summary>The addresses that an organisation may have, as a table for spreadsheets, each once, with when its owner
/// agreed. What else they follow, and where they are, is not what they agreed to hand on.</summary>
public static class SharedAddresses
{
    static readonly InstantPattern Moment = InstantPattern.General;

    static readonly string[] Header = ["email", "language", "newsletter", "asked_at", "confirmed_at", "address_shared_at"];

    public static async Task<byte[]> WriteAsync(ScreeningsDb db, int organisationId, CancellationToken cancellationToken)
    {
        var rows = await (await db.SharedWithAsync(organisationId, cancellationToken)).AsNoTracking()
            .OrderBy(s => s.EmailKey).ThenBy(s => s.AddressSharedAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        return Csv.Write([Header, .. rows.GroupBy(s => s.EmailKey).Select(all => RowOf(all.First(), all.Any(s => s.Newsletters)))]);
    }

    static IEnumerable<string?> RowOf(Subscription s, bool takesNewsletters) =>
    [
        s.Email, s.Language, takesNewsletters ? "yes" : "no",
        Moment.Format(s.AskedAt), Moment.Format(s.ConfirmedAt!.Value), Moment.Format(s.AddressSharedAt!.Value),
    ];
}
