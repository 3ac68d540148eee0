using System.Text.Json;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Forms;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Keeps what somebody typed at the desk while they were being signed out, for their account alone, until they have signed
/// in again.
/// </summary>
public sealed class KeptForms(ScreeningsDb db, FormAccount account, TimeProvider clock)
{
    /// <summary>Below this path all forms are kept.</summary>
    public const string Desk = "/organise";

    /// <summary>How many are kept for one account: more is no person at a form.</summary>
    public const int MaxOfAccount = 20;

    const int MaxBytes = 1024 * 1024;

    public static string AddressOf(object kept) => $"/account/kept/{kept}";

    /// <summary>
    /// Keeps the form that a request brings, where it is one of the desk and says who opened it. A later one to the same
    /// address takes its place, and where there are too many the oldest goes.
    /// </summary>
    public async Task<Guid?> KeepAsync(HttpContext context)
    {
        var (request, cancellationToken) = (context.Request, context.RequestAborted);
        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments(Desk, StringComparison.OrdinalIgnoreCase)
            || !request.HasFormContentType
            || !(request.ContentLength <= MaxBytes)) return null;
        if (await request.ReadFormOrNullAsync(cancellationToken) is not { } typed
            || account.Read(typed[FormAccount.Field]) is not { } person
            || !await db.Users.AnyAsync(u => u.Id == person, cancellationToken)) return null;

        var (address, now) = (request.Path + request.QueryString.ToUriComponent(), clock.Now());
        if (address.Length > 500) return null;
        var theirs = db.KeptForms.Where(f => f.UserId == person);
        await theirs.Where(f => f.Address == address).ExecuteDeleteAsync(cancellationToken);
        await theirs.OrderByDescending(f => f.KeptAt).ThenBy(f => f.Id).Skip(MaxOfAccount - 1).ExecuteDeleteAsync(cancellationToken);
        var fields = typed.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? "")));
        var kept = new KeptForm { UserId = person, KeptAt = now, Address = address, Fields = JsonSerializer.Serialize(fields) };
        db.KeptForms.Add(kept);
        await db.SaveChangesAsync(cancellationToken);
        return kept.Id;
    }

    public Task<KeptForm?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var since = clock.Now() - KeptForm.KeptFor;
        return db.KeptForms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.KeptAt > since, cancellationToken);
    }

    public Task DiscardAsync(Guid id, int person, CancellationToken cancellationToken) =>
        db.KeptForms.Where(f => f.Id == id && f.UserId == person).ExecuteDeleteAsync(cancellationToken);

    /// <summary>The fields of a form that was kept.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(KeptForm form) =>
        JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(form.Fields) ?? [];
}
