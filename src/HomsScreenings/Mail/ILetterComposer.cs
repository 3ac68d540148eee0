using HomsScreenings.Model;
using HomsScreenings.Storage;

namespace HomsScreenings.Mail;

/// <summary>Words the mails of one or several kinds, when they leave and from what is true then.</summary>
public interface ILetterComposer
{
    /// <summary>The kinds of message that it words, and what the desk calls each.</summary>
    IReadOnlyDictionary<string, string> Kinds { get; }

    /// <summary>Why a message has nothing to say whose subject is not there any more, in a word for the desk.</summary>
    string WhyGone { get; }

    /// <summary>
    /// The letters of these messages, by the number of the message, with as many statements for one as for many. One whose
    /// subject is gone is left out.
    /// </summary>
    Task<IReadOnlyDictionary<int, PendingLetter>> ReadAsync(
        ScreeningsDb db, IReadOnlyCollection<OutboxMessage> messages, CancellationToken cancellationToken);
}
