using HomsScreenings.Model;
using HomsScreenings.Text.Languages;
using NodaTime;

namespace HomsScreenings.Mail;

/// <summary>A mail that waits, with all that it is made of as that stands now.</summary>
public abstract record PendingLetter
{
    /// <summary>In which its reader is written to.</summary>
    public required Language Language { get; init; }
    /// <summary>To whom; null once nobody knows any more.</summary>
    public required string? Recipient { get; init; }
    /// <summary>Where answers go, if not to the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>What the desk says of whom it goes to.</summary>
    public virtual string? ShownRecipient => Recipient;

    /// <summary>
    /// What the links in it open: a token of its own is made for that whenever it is to leave. Null where its links open nothing secret.
    /// </summary>
    public abstract LetterToken? Token { get; }

    /// <summary>Whether an administrator may hand its link on where no mail leaves.</summary>
    public virtual bool CanBeHandedOn => false;

    /// <summary>Where the desk shows what it is about.</summary>
    public virtual DeskReference? About => null;

    /// <summary>Why there is nothing to say any more, in a word for the desk; null for a mail that is to be sent.</summary>
    public abstract string? WhyNot(Instant now);

    /// <summary>What it says; the same mail always says the same.</summary>
    /// <param name="site">Who sends it.</param>
    /// <param name="secret">The secret of its token; empty where it has none.</param>
    public abstract Letter Write(MailSite site, string secret);

    /// <summary>The file that goes with it.</summary>
    public virtual LetterAttachment? Attachment(MailSite site) => null;

    /// <summary>The address at which one request ends all mails of its kind (RFC 8058); null for what a reader must know.</summary>
    public virtual string? UnsubscribeAddress(MailSite site, string secret) => null;

    /// <summary>
    /// The name of the list of which it is one mail (RFC 2919), without angle brackets; null for what goes to one person.
    /// </summary>
    public virtual string? ListId(MailSite site) => null;
}

/// <summary>What the token of a letter is for.</summary>
/// <param name="Purpose">What it opens.</param>
/// <param name="Subject">Of which subject.</param>
/// <param name="ValidFor">For how long, from when the mail leaves; null without an end of its own.</param>
/// <param name="ExpiresAt">Until when at the latest.</param>
public sealed record LetterToken(TokenPurpose Purpose, int Subject, Duration? ValidFor = null, Instant? ExpiresAt = null)
{
    /// <summary>When a token ends that is made now.</summary>
    public Instant? EndOf(Instant now) => ValidFor is { } length ? now + length : ExpiresAt;
}

/// <summary>A file in a mail.</summary>
/// <param name="FileName">As it is saved.</param>
/// <param name="Subtype">The subtype of 'text', such as 'calendar'.</param>
/// <param name="Method">What programs do with it (RFC 6047, 2.4).</param>
/// <param name="Bytes">In UTF-8.</param>
public sealed record LetterAttachment(string FileName, string Subtype, string Method, byte[] Bytes);

/// <summary>A page of the desk.</summary>
/// <param name="Label">What is there: 'Screening'.</param>
/// <param name="Name">Which one.</param>
/// <param name="Path">Its path on this site.</param>
public sealed record DeskReference(string Label, string Name, string Path);
