using System.Collections.Frozen;
using HomsScreenings.Model;
using HomsScreenings.Storage;

namespace HomsScreenings.Mail;

/// <summary>All composers, each asked for the messages of its kinds.</summary>
public sealed class LetterComposers(params IReadOnlyList<ILetterComposer> all)
{
    readonly FrozenDictionary<string, ILetterComposer> _byKind =
        all.SelectMany(composer => composer.Kinds.Keys.Select(kind => (kind, composer))).ToFrozenDictionary(c => c.kind, c => c.composer);

    /// <summary>What the desk calls a kind; the kind itself where it is that of another version of the program.</summary>
    public string LabelOf(string kind) => _byKind.TryGetValue(kind, out var composer) ? composer.Kinds[kind] : kind;

    /// <summary>The letters of these messages, by the number of the message; without those that are about nothing any more.</summary>
    public async Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var letters = new Dictionary<int, PendingLetter>();
        foreach (var some in messages.Where(m => _byKind.ContainsKey(m.Kind)).GroupBy(m => _byKind[m.Kind]))
            foreach (var (id, letter) in await some.Key.ReadAsync(db, [.. some], cancellationToken)) letters[id] = letter;
        return letters;
    }

    /// <summary>The letter of one message, or why there is nothing to say any more.</summary>
    /// <exception cref="InvalidOperationException">Another version of the program made this kind of message.</exception>
    public async Task<(PendingLetter? Letter, string? WhyGone)> ReadAsync(
        ScreeningsDb db, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!_byKind.TryGetValue(message.Kind, out var composer))
            throw new InvalidOperationException($"This program does not know mails of the kind '{message.Kind}'.");
        var letter = (await composer.ReadAsync(db, [message], cancellationToken)).GetValueOrDefault(message.Id);
        return (letter, letter is null ? composer.WhyGone : null);
    }
}
