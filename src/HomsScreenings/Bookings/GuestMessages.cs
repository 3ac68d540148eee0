using HomsScreenings.Model;
using NodaTime;

namespace HomsScreenings.Bookings;

/// <summary>Mails to guests in the outbox: their kinds are 'booking.confirm' and so on, their subject is the booking.</summary>
public static class GuestMessages
{
    const string Prefix = "booking.";

    static readonly Dictionary<GuestMailKind, string> Names =
        Enum.GetValues<GuestMailKind>().ToDictionary(kind => kind, kind => Prefix + kind.ToString().ToLowerInvariant());

    static readonly Dictionary<string, GuestMailKind> Kinds = Names.ToDictionary(n => n.Value, n => n.Key);

    extension(GuestMailKind kind)
    {
        /// <summary>What the kind is called in the outbox.</summary>
        public string Name => Names[kind];
    }

    extension(OutboxMessage message)
    {
        /// <summary>A mail to a guest.</summary>
        /// <param name="kind">What it is about.</param>
        /// <param name="booking">Whose it is, with its number.</param>
        /// <param name="now">The present.</param>
        /// <param name="detail">With <see cref="GuestMailKind.Changed"/> the number of what the guest was told before, with
        /// <see cref="GuestMailKind.Answer"/> that of the question.</param>
        public static OutboxMessage ToGuest(GuestMailKind kind, Booking booking, Instant now, int? detail = null) =>
            OutboxMessage.New(kind.Name, booking.Id, now, detail);

        /// <summary>What it is about; of mails to guests only.</summary>
        public GuestMailKind GuestMailKind => KindOf(message.Kind);
    }

    extension(IQueryable<OutboxMessage> messages)
    {
        /// <summary>The mails to guests.</summary>
        public IQueryable<OutboxMessage> ToGuests() => messages.Where(m => m.Kind.StartsWith(Prefix));

        /// <summary>The mails to the guests of these bookings.</summary>
        public IQueryable<OutboxMessage> ToGuestsOf(params IReadOnlyCollection<int> bookings) =>
            messages.Where(m => bookings.Contains(m.SubjectId) && m.Kind.StartsWith(Prefix));
    }

    /// <summary>The kind of that name.</summary>
    public static GuestMailKind KindOf(string name) => Kinds[name];
}
