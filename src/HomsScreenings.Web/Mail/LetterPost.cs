using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Text.Languages;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.Extensions.Options;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>Words a mail at the moment at which it leaves, with a token made for it alone.</summary>
public sealed class LetterPost(
    ScreeningsDb db, LetterComposers composers, MailOptions options, IOptions<SiteOptions> site, SiteAddress address, TimeProvider clock)
{
    /// <summary>What the site says of itself in mails of the language.</summary>
    public MailSite Site(string baseAddress, Language language) =>
        new(language.Speaking(() => site.Value.LocalizedName), baseAddress);

    /// <summary>The mail as it is to leave, or why there is nothing to say any more.</summary>
    public async Task<(MimeMessage? Message, string? WhyNot)> PrepareAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (pending, whyNot) = await ReadAsync(row, cancellationToken);
        if (pending is null) return (null, whyNot);
        var from = Site(address.Base(), pending.Language);
        var secret = pending.Token is { } token ? await IssueAsync(token, cancellationToken) : "";
        var messageId = $"{row.MessageId}@{new Uri(from.Address).IdnHost}";
        return (Envelope.Of(options.From!, messageId, pending, from, secret, clock.GetUtcNow()), null);
    }

    async Task<(PendingLetter? Letter, string? WhyNot)> ReadAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (letter, whyGone) = await composers.ReadAsync(db, row, cancellationToken);
        if (letter is null) return (null, whyGone);
        var whyNot = letter.WhyNot(clock.Now()) ?? (letter.Recipient is null ? "There is nobody to write to any more." : null);
        return whyNot is null ? (letter, null) : (null, whyNot);
    }

    /// <summary>
    /// Makes the token of a letter. It is saved before the mail leaves: a link that may have arrived must open what it is for.
    /// </summary>
    /// <returns>The secret.</returns>
    public async Task<string> IssueAsync(LetterToken token, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var secret = db.IssueToken(token.Purpose, token.Subject, now, token.EndOf(now));
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }
}
