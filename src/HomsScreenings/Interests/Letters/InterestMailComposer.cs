using System.Collections.Frozen;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using Microsoft.EntityFrameworkCore;

namespace HomsScreenings.Interests.Letters;

/// <summary>Words the mails to those who registered interest, with three statements for each language.</summary>
public sealed class InterestMailComposer(InterestOptions options) : ILetterComposer
{
    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        [InterestMailKind.Confirm] = "Asks to confirm an interest",
        [InterestMailKind.Again] = "Waits already",
        [InterestMailKind.Full] = "No further interest",
        [InterestMailKind.Told] = "A screening nearby, to somebody who waited",
    }.ToFrozenDictionary();

    public string WhyGone => "The interest was taken back.";

    sealed record Line(Interest Interest, string? FilmTitle, string? SeriesTitle);

    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var letters = new Dictionary<int, PendingLetter>();
        var ids = messages.Select(m => m.SubjectId).Distinct().ToList();
        var languages = await db.Interests.Where(i => ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => i.Language, cancellationToken);
        foreach (var group in messages.Where(m => languages.ContainsKey(m.SubjectId))
            .GroupBy(m => Language.WithTag(m.Language ?? languages[m.SubjectId])))
            await group.Key.Speaking(() => ReadAsync(db, [.. group], letters, cancellationToken));
        return letters;
    }

    // In the language that is spoken.
    async Task<bool> ReadAsync(ScreeningsDb db, IReadOnlyList<OutboxMessage> messages, Dictionary<int, PendingLetter> letters,
        CancellationToken cancellationToken)
    {
        var (tag, ids) = (Language.Current.Tag, messages.Select(m => m.SubjectId).Distinct().ToList());
        var lines = await db.Interests.AsNoTracking().Where(i => ids.Contains(i.Id))
            .Select(i => new Line(i, i.Film!.TitleIn(tag), i.Series!.TitleIn(tag)))
            .ToDictionaryAsync(l => l.Interest.Id, cancellationToken);
        var told = messages.Where(m => m.Kind == InterestMailKind.Told && m.SentAt is null).Select(m => m.Detail ?? 0).Distinct().ToList();
        var places = told.Count == 0 ? [] : await db.Screenings.Where(s => told.Contains(s.Id)).ToGoTo(db.Now)
            .Select(s => new { s.Id, s.Latitude, s.Longitude }).ToDictionaryAsync(s => s.Id, cancellationToken);
        var cards = places.Count == 0 ? [] : await db.Screenings.AsNoTracking().Where(s => told.Contains(s.Id)).Select(ScreeningCard.Of)
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        foreach (var message in messages)
            if (lines.GetValueOrDefault(message.SubjectId) is { } line)
                letters[message.Id] = LetterOf(message, line, CardOf(message, line.Interest));
        return true;

        // A screening that was moved out of their reach meanwhile is none of theirs.
        ScreeningCard? CardOf(OutboxMessage message, Interest interest) =>
            message.Detail is { } id && places.GetValueOrDefault(id) is { } place
                && interest.Reach().Reaches(place.Latitude, place.Longitude) ? cards.GetValueOrDefault(id) : null;
    }

    InterestLetter LetterOf(OutboxMessage message, Line line, ScreeningCard? screening)
    {
        var (language, interest) = (Language.Current, line.Interest);
        var (title, where) = (line.FilmTitle ?? line.SeriesTitle ?? "", InterestWords.Where(interest));
        return message.Kind switch
        {
            InterestMailKind.Confirm => new InterestConfirmLetter
            {
                Language = language,
                Recipient = interest.Email,
                InterestId = interest.Id,
                Title = title,
                Where = where,
                IsWaiting = interest.IsWaiting,
                UnconfirmedDays = options.UnconfirmedDays,
            },
            InterestMailKind.Told => new InterestToldLetter
            {
                Language = language,
                Recipient = interest.Email,
                InterestId = interest.Id,
                Title = title,
                Where = where,
                Screening = screening,
            },
            InterestMailKind.Again => new InterestAgainLetter
            {
                Language = language,
                Recipient = interest.Email,
                InterestId = interest.Id,
                Title = title,
                Where = where,
            },
            _ => new InterestFullLetter
            {
                Language = language,
                Recipient = interest.Email,
                InterestId = interest.Id,
                Title = title,
                Where = where,
            },
        };
    }
}
