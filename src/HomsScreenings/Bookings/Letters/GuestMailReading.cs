using System.Linq.Expressions;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HomsScreenings.Bookings.Letters;

/// <summary>Finds what mails to guests are made of, as it stands now.</summary>
public static class GuestMailReading
{
    extension(ScreeningsDb db)
    {
        /// <summary>The mails to guests among these of the outbox, by number: with two statements, and one for each language.</summary>
        public async Task<IReadOnlyDictionary<int, GuestMail>> GuestMailsAsync(
            IReadOnlyCollection<int> messages, CancellationToken cancellationToken)
        {
            var rows = await db.Outbox.AsNoTracking().Where(m => messages.Contains(m.Id) && m.Kind != null).Select(Row.Of(db))
                .ToListAsync(cancellationToken);
            var facts = await db.FactsOfAsync(rows, cancellationToken);
            var mails = new Dictionary<int, GuestMail>();
            foreach (var some in rows.GroupBy(r => LanguageOf(r.Language)))
            {
                var cards = await db.CardsAsync(some.Key, [.. some.Select(r => r.ScreeningId).Distinct()], cancellationToken);
                foreach (var row in some) mails[row.Id] = row.ToMail(some.Key, cards[row.ScreeningId], facts);
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

    // A language that has been given up since is answered in English.
    static Language LanguageOf(string tag) => Language.All.FirstOrDefault(l => l.Tag == tag) ?? Language.English;

    sealed record Row
    {
        public required int Id { get; init; }
        public required GuestMailKind Kind { get; init; }
        public required Instant CreatedAt { get; init; }
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
        public required int? FactsBefore { get; init; }
        public required int FactsNow { get; init; }
        public required string? Question { get; init; }
        public required string? Answer { get; init; }

        public static Expression<Func<OutboxMessage, Row>> Of(ScreeningsDb db) => m => new Row
        {
            Id = m.Id,
            Kind = m.Kind!.Value,
            CreatedAt = m.CreatedAt,
            ScreeningId = m.Booking!.ScreeningId,
            Language = m.Booking.Language,
            Recipient = m.Booking.Email,
            ReplyTo = m.Booking.Screening.Organisation!.PublicEmail,
            State = m.Booking.State,
            People = m.Booking.People,
            Wheelchairs = m.Booking.Wheelchairs,
            Companions = m.Booking.Companions,
            Code = m.Booking.Code,
            HeldUntil = m.Booking.HeldUntil,
            Earlier = m.Booking.State != BookingState.Waiting ? 0
                : db.Bookings.Count(
                    b => b.ScreeningId == m.Booking.ScreeningId && b.State == BookingState.Waiting && b.Turn < m.Booking.Turn),
            HasWaitedOnly = m.Booking.Turn != null && m.Booking.OfferedAt == null,
            WantsNoReminders = m.Booking.WantsNoReminders,
            PrivateAddress = m.Booking.Screening.Seats!.PrivateAddress,
            FactsBefore = m.FactsBefore,
            FactsNow = m.Booking.Screening.Seats.FactsNumber,
            Question = db.GuestQuestions.Where(q => q.Id == m.QuestionId).Select(q => q.Text).FirstOrDefault(),
            Answer = db.GuestQuestions.Where(q => q.Id == m.QuestionId).Select(q => q.Answer).FirstOrDefault(),
        };

        public GuestMail ToMail(Language language, ScreeningCard card, Dictionary<(int, int), AnnouncedDetails> facts) => new()
        {
            Kind = Kind,
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
