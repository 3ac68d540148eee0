using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings.Letters;

/// <summary>Finds what mails to guests are made of, as it stands now.</summary>
static class GuestMailReading
{
    extension(ScreeningsDb db)
    {
        /// <summary>The mails to guests with these numbers in the outbox: with two statements, and two for each language.</summary>
        public async Task<IReadOnlyList<(int Id, GuestMail Mail)>> GuestMailsAsync(
            IReadOnlyCollection<int> messages, CancellationToken cancellationToken)
        {
            var rows = await db.Outbox.AsNoTracking().Where(m => messages.Contains(m.Id))
                .Join(db.Bookings, m => m.SubjectId, b => b.Id, Row.Of(db)).ToListAsync(cancellationToken);
            var facts = await db.FactsOfAsync(rows, cancellationToken);
            var mails = new List<(int, GuestMail)>();
            foreach (var some in rows.GroupBy(r => Language.WithTag(r.Language)))
            {
                var cards = await db.CardsAsync(some.Key, [.. some.Select(r => r.ScreeningId).Distinct()], cancellationToken);
                var names = await SpokenNames.FindAsync(db, some.Key, facts.Values, cancellationToken);
                mails.AddRange(some.Select(row => (row.Id, row.ToMail(some.Key, cards[row.ScreeningId], facts) with { Names = names })));
            }
            return mails;
        }

        async Task<Dictionary<(int, int), AnnouncedDetails>> FactsOfAsync(List<Row> rows, CancellationToken cancellationToken)
        {
            var changed = rows.Where(r => r.FactsBefore is not null).ToList();
            var screenings = changed.Select(r => r.ScreeningId).Distinct().ToList();
            var numbers = changed.SelectMany(r => new[] { r.FactsBefore!.Value, r.FactsNow }).Distinct().ToList();
            var facts = await db.AnnouncedVersions.Where(f => screenings.Contains(f.ScreeningId) && numbers.Contains(f.Number))
                .ToListAsync(cancellationToken);
            return facts.ToDictionary(f => (f.ScreeningId, f.Number), f => AnnouncedDetails.FromJson(f.Facts));
        }

        // What is spoken within ends with this method, for it is asynchronous.
        async Task<Dictionary<int, ScreeningCard>> CardsAsync(Language language, List<int> screenings, CancellationToken cancellationToken)
        {
            language.Speak();
            return await db.Screenings.AsNoTracking().Where(s => screenings.Contains(s.Id)).Select(ScreeningCard.Of)
                .ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }

    static readonly string Changed = GuestMailKind.Changed.Name, Answered = GuestMailKind.Answer.Name;

    sealed record Row
    {
        public required int Id { get; init; }
        public required string Kind { get; init; }
        public required Instant CreatedAt { get; init; }
        public required int BookingId { get; init; }
        public required int ScreeningId { get; init; }
        public required string Language { get; init; }
        public required string? Recipient { get; init; }
        public required string? ReplyTo { get; init; }
        public required BookingState State { get; init; }
        public required int People { get; init; }
        public required int Wheelchairs { get; init; }
        public required int Companions { get; init; }
        public required string? Code { get; init; }
        public required Instant? HeldUntil { get; init; }
        public required int Earlier { get; init; }
        public required bool HasWaitedOnly { get; init; }
        public required bool WantsNoReminders { get; init; }
        public required string? PrivateAddress { get; init; }
        public required int? Detail { get; init; }
        public required int FactsNow { get; init; }
        public required string? Question { get; init; }
        public required string? Answer { get; init; }

        public int? FactsBefore => Kind == Changed ? Detail : null;

        public static Expression<Func<OutboxMessage, Booking, Row>> Of(ScreeningsDb db) => (m, b) => new Row
        {
            Id = m.Id,
            Kind = m.Kind,
            CreatedAt = m.CreatedAt,
            BookingId = b.Id,
            ScreeningId = b.ScreeningId,
            Language = b.Language,
            Recipient = b.Email,
            ReplyTo = b.Screening.Organisation!.PublicEmail,
            State = b.State,
            People = b.People,
            Wheelchairs = b.Wheelchairs,
            Companions = b.Companions,
            Code = b.Code,
            HeldUntil = b.HeldUntil,
            Earlier = b.State != BookingState.Waiting ? 0
                : db.Bookings.Count(o => o.ScreeningId == b.ScreeningId && o.State == BookingState.Waiting && o.Turn < b.Turn),
            HasWaitedOnly = b.Turn != null && b.OfferedAt == null,
            WantsNoReminders = b.WantsNoReminders,
            PrivateAddress = b.Screening.Seats!.PrivateAddress,
            Detail = m.Detail,
            FactsNow = b.Screening.Seats.FactsNumber,
            Question = db.GuestQuestions.Where(q => q.Id == m.Detail && m.Kind == Answered).Select(q => q.Text).FirstOrDefault(),
            Answer = db.GuestQuestions.Where(q => q.Id == m.Detail && m.Kind == Answered).Select(q => q.Answer).FirstOrDefault(),
        };

        public GuestMail ToMail(Language language, ScreeningCard card, Dictionary<(int, int), AnnouncedDetails> facts) => new()
        {
            Kind = GuestMessages.KindOf(Kind),
            BookingId = BookingId,
            WrittenAt = CreatedAt,
            Language = language,
            Screening = card,
            PrivateAddress = PrivateAddress,
            Recipient = Recipient,
            ReplyTo = ReplyTo,
            State = State,
            Party = new Party(People, Wheelchairs, Companions),
            Code = Code,
            HeldUntil = HeldUntil,
            Position = State == BookingState.Waiting ? Earlier + 1 : null,
            HadPlaces = !HasWaitedOnly,
            WantsNoReminders = WantsNoReminders,
            DetailsBefore = FactsBefore is { } number ? facts.GetValueOrDefault((ScreeningId, number)) : null,
            DetailsNow = facts.GetValueOrDefault((ScreeningId, FactsNow)),
            Question = Question,
            Answer = Answer,
        };
    }
}
