using HomsScreenings.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace HomsScreenings.Model;

/// <summary>
/// Where a booking stands. Unconfirmed and Offered hold their places until <see cref="Booking.HeldUntil"/>; Booked
/// holds them until it is cancelled; the others hold none.
/// </summary>
public enum BookingState { Unconfirmed, Booked, Waiting, Offered, Cancelled, Lapsed }

public static class BookingStateMeaning
{
    static readonly Rule<Func<BookingState, bool>> ActiveRule = new(state => state == BookingState.Booked
        || state == BookingState.Unconfirmed || state == BookingState.Offered || state == BookingState.Waiting);

    /// <summary>Whether it has places, or may get some.</summary>
    [Rule(nameof(ActiveRule))]
    public static bool IsActive(this BookingState state) => ActiveRule.Run(state);

    extension(BookingState state)
    {
        /// <summary>Whether its places are its own: its guests are told where it really is, and are let in.</summary>
        public bool HasPlaces => state == BookingState.Booked;
    }
}

/// <summary>
/// The places of one party at one screening, or its place in the queue for them. Everything that says who the guest is
/// goes with <see cref="Erase"/>; what was counted stays.
/// </summary>
public sealed class Booking
{
    public int Id { get; internal set; }
    public int ScreeningId { get; init; }
    public Screening Screening { get; private set; } = null!;

    /// <summary>The key of the form with which it was made: sent twice, it is the same booking.</summary>
    public string? RequestKey { get; private set; }
    public string? Email { get; private set; }
    public string? Name { get; private set; }
    /// <summary>In the guest's own words, for the organisers only.</summary>
    public string? AccessNeeds { get; private set; }
    /// <summary>BCP 47 tag of the language in which the guest is written to.</summary>
    public required string Language { get; init; }
    /// <summary>What is scanned or typed at the door; it opens nothing else.</summary>
    public string? Code { get; private set; }

    public int People { get; private set; }
    public int Wheelchairs { get; private set; }
    public int Companions { get; private set; }
    public Party Party => new(People, Wheelchairs, Companions);

    public BookingState State { get; private set; }
    /// <summary>Its turn on the waiting list: the lower, the earlier. It stays with the booking; null where it never waited.</summary>
    public long? Turn { get; private set; }
    /// <summary>How long places are held that are not yet taken.</summary>
    public Instant? HeldUntil { get; private set; }
    public Instant? OfferedAt { get; private set; }
    public required Instant CreatedAt { get; init; }
    public Instant? EndedAt { get; private set; }

    /// <summary>The number of the <see cref="AnnouncedVersion"/> that the guest knows.</summary>
    public int NoticeNumber { get; set; }
    /// <summary>The guest wants no reminder and no thanks; what they must know is still written.</summary>
    public bool WantsNoReminders { get; set; }
    /// <summary>
    /// When the reminder was put into the outbox, or when it was decided that none is needed; for who waits, when they
    /// were told that offers have ended.
    /// </summary>
    public Instant? RemindedAt { get; set; }
    public Instant? ThankedAt { get; set; }
    /// <summary>The answer to the one question afterwards, 1 (not for me) to 5 (it moved me).</summary>
    public int? Rating { get; private set; }
    public string? Comment { get; private set; }
    public Instant? ErasedAt { get; private set; }

    static readonly Rule<Func<Booking, bool>> ActiveRule = new(b => b.ErasedAt == null && b.State.IsActive());

    /// <summary>Whether the guest has places, or may still get some. A booking whose guest was forgotten has none.</summary>
    [Rule(nameof(ActiveRule))]
    public bool IsActive => ActiveRule.Run(this);

    /// <summary>Whether places are kept for it now.</summary>
    public bool Holds(Instant now) =>
        ErasedAt is null
        && (State == BookingState.Booked || (State is BookingState.Unconfirmed or BookingState.Offered && HeldUntil > now));

    /// <summary>Who books.</summary>
    internal static Booking For(int screeningId, BookingRequest request, int told, Instant now) => new()
    {
        ScreeningId = screeningId,
        RequestKey = request.Key,
        Email = request.Email,
        Name = request.Name,
        AccessNeeds = request.AccessNeeds,
        Language = request.Language,
        People = request.Party.People,
        Wheelchairs = request.Party.Wheelchairs,
        Companions = request.Party.Companions,
        Code = BookingCode.New(),
        NoticeNumber = told,
        CreatedAt = now,
    };

    internal void Book() => (State, HeldUntil, EndedAt) = (BookingState.Booked, null, null);

    internal void HoldUntil(Instant until) => (State, HeldUntil) = (BookingState.Unconfirmed, until);

    internal void Queue(long turn) => (State, Turn, HeldUntil, EndedAt, OfferedAt) = (BookingState.Waiting, turn, null, null, null);

    internal void Offer(Instant now, Instant until) => (State, OfferedAt, HeldUntil) = (BookingState.Offered, now, until);

    internal void End(BookingState state, Instant now) => (State, HeldUntil, EndedAt) = (state, null, now);

    internal void BecomeParty(Party party) => (People, Wheelchairs, Companions) = (party.People, party.Wheelchairs, party.Companions);

    /// <summary>Takes the answer to the question afterwards; a second one replaces the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of 1 to 5.</exception>
    public void Answer(int rating, string? comment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rating, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rating, 5);
        (Rating, Comment) = (rating, comment);
    }

    /// <summary>Writes to another address; the form with which it was made leads nowhere any more.</summary>
    internal void CorrectAddress(string address) => (Email, RequestKey) = (address, null);

    /// <summary>From now on the form with which it was made leads nowhere.</summary>
    internal void ForgetForm() => RequestKey = null;

    /// <summary>
    /// Forgets who it was, and the key too, for the form that it belongs to would open the page once more. From then on
    /// it holds nothing and nobody is written to; what it was is still counted.
    /// </summary>
    internal void Erase(Instant now) =>
        (Email, Name, AccessNeeds, Code, Comment, RequestKey, ErasedAt) = (null, null, null, null, null, null, now);
}

sealed class BookingConfiguration : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> table)
    {
        table.ToTable("Bookings");
        table.HasOne(b => b.Screening).WithMany().HasForeignKey(b => b.ScreeningId).OnDelete(DeleteBehavior.Restrict);
        table.Property(b => b.RequestKey).HasMaxLength(40);
        table.HasIndex(b => new { b.ScreeningId, b.RequestKey }).IsUnique();
        table.Property(b => b.Email).HasMaxLength(Lengths.Line);
        table.Property(b => b.Name).HasMaxLength(Lengths.Name);
        table.Property(b => b.AccessNeeds).HasMaxLength(BookingRequest.MaxText);
        table.Property(b => b.Comment).HasMaxLength(BookingRequest.MaxText);
        table.Property(b => b.NoticeNumber).HasColumnName("ToldNumber");
        table.Property(b => b.Language).HasMaxLength(Lengths.Language);
        table.Property(b => b.Code).HasMaxLength(BookingCode.Length);
        table.HasIndex(b => new { b.ScreeningId, b.Code }).IsUnique();
        table.IsOneOf<Booking, BookingState>(nameof(Booking.State));
        table.HasIndex(b => new { b.ScreeningId, b.State, b.Turn });
        table.HasIndex(b => new { b.State, b.HeldUntil });
        table.HasIndex(b => b.ErasedAt);
        table.Never(
            "empty_party", "\"People\" < 1 OR \"Wheelchairs\" < 0 OR \"Companions\" < 0 OR \"Wheelchairs\" + \"Companions\" > \"People\"");
        table.Never("waits_without_turn", "\"State\" IN ('Waiting', 'Offered') AND \"Turn\" IS NULL");
        table.Never("held_without_end", "(\"State\" IN ('Unconfirmed', 'Offered')) <> (\"HeldUntil\" IS NOT NULL)");
        table.Never("unknown_rating", "\"Rating\" < 1 OR \"Rating\" > 5");
        table.Never(
            "forgotten_and_known",
            "\"ErasedAt\" IS NOT NULL AND (\"Name\" IS NOT NULL OR \"AccessNeeds\" IS NOT NULL OR \"Comment\" IS NOT NULL OR \"Code\" IS NOT NULL OR \"RequestKey\" IS NOT NULL)");
        table.Never("guest_without_address", "(\"Email\" IS NULL) <> (\"ErasedAt\" IS NOT NULL)");
    }
}
