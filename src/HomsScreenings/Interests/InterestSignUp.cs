using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Places;
using HomsScreenings.Storage;
using HomsScreenings.Subscriptions;
using HomsScreenings.Time;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Interests;

/// <summary>What somebody would like to be shown near them.</summary>
/// <param name="Town">Where they are.</param>
/// <param name="Km">How far they would travel.</param>
public sealed record InterestRequest(int? FilmId, int? SeriesId, Place Town, int Km)
{
    public bool IsFor(Interest one) => one.FilmId == FilmId && one.SeriesId == SeriesId && one.Town == Town.Name
        && one.Country == Town.Country && one.Part == Town.Part && one.Latitude.Equals(Town.Latitude)
        && one.Longitude.Equals(Town.Longitude);
}

/// <summary>
/// Takes down that an address is to be told of a screening near it, and asks its owner. Whoever asks is told the same whatever comes of
/// it: what an address waits for is nobody's business but its owner's.
/// </summary>
public sealed class InterestSignUp(ScreeningsDb db, TimeProvider clock)
{
    /// <param name="email">A whole address.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="language">BCP 47 tag of the language in which to write.</param>
    public async Task AskAsync(string email, InterestRequest request, string language, CancellationToken cancellationToken)
    {
        var (now, key) = (clock.Now(), Subscription.KeyOf(email));
        var known = await db.Interests.Where(i => i.EmailKey == key).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        if (known.Find(request.IsFor) is { } same)
        {
            // As long as nobody said yes, the latest wish counts.
            if (same.ConfirmedAt is null) (same.Km, same.AskedAt) = (request.Km, now);
            await db.SaveChangesAsync(cancellationToken);
            await WriteAsync(same.IsWaiting ? InterestMailKind.Again : InterestMailKind.Confirm, same.Id);
            return;
        }
        if (known.Where(i => i.IsWaiting).ToList() is { Count: >= Interest.MaxPerAddress } full)
        {
            await WriteAsync(InterestMailKind.Full, full[^1].Id);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var interest = new Interest
        {
            FilmId = request.FilmId,
            SeriesId = request.SeriesId,
            Email = email,
            EmailKey = key,
            Language = language,
            Town = request.Town.Name,
            Country = request.Town.Country,
            Part = request.Town.Part,
            Latitude = request.Town.Latitude,
            Longitude = request.Town.Longitude,
            Km = request.Km,
            AskedAt = now,
            LookedUntil = DigestInterval.FullMinute(now),
        };
        db.Interests.Add(interest);
        // Somebody else asks for the same at the same moment: they wrote the mail.
        try { await db.SaveChangesAsync(cancellationToken); }
        catch (DbUpdateException) { return; }
        await WriteAsync(InterestMailKind.Confirm, interest.Id);
        await transaction.CommitAsync(cancellationToken);

        Task WriteAsync(string kind, int id) => db.WriteUnlessLatelyAsync(kind, id, language, now, cancellationToken);
    }
}
