using System.Text;
using HomsScreenings.Bookings;
using HomsScreenings.Bookings.Letters;
using HomsScreenings.Mail;
using HomsScreenings.Model;
using HomsScreenings.Storage;
using HomsScreenings.Time;
using HomsScreenings.Web.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>Words a mail to a guest at the moment at which it is sent, with a link of its own to the guest's page.</summary>
public sealed class GuestPost(ScreeningsDb db, MailOptions options,
    GuestOptions guests, IOptions<SiteOptions> site, SiteAddress address, TimeProvider clock)
{
    /// <summary>What the site says of itself in mails, outside a request.</summary>
    public MailSite Site(string baseAddress) => new(site.Value.Name, baseAddress, guests.KeepDays);

    /// <summary>The mail as it is to leave, or why there is nothing to say any more.</summary>
    public async Task<(MimeMessage? Message, string? WhyNot)> PrepareAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var from = Site(address.Base());
        var now = clock.Now();
        if (!(await db.GuestMailsAsync([row.Id], cancellationToken)).TryGetValue(row.Id, out var mail))
            return (null, "The guest has been forgotten.");
        if (mail.WhyNot(now) is { } why) return (null, why);

        var token = await NewLinkAsync(row.BookingId!.Value, cancellationToken);
        var letter = GuestLetter.Write(mail, from, token);
        var message = Envelope.Of(options.From!, mail.Recipient!, $"<{row.MessageId}@{new Uri(from.Address).IdnHost}>", letter,
            GuestCalendar.Of(mail, from.Address), clock.GetUtcNow());
        if (MailboxAddress.TryParse(mail.ReplyTo, out var organisers)) message.ReplyTo.Add(organisers);
        if (row.Kind is GuestMailKind.Reminder or GuestMailKind.Thanks)
            OfferToStop(message, from.Address + mail.Language.Path($"/bookings/{token}/unsubscribe"));
        return (message, null);
    }

    // It is saved before the mail leaves: a link that may have arrived must open the page.
    async Task<string> NewLinkAsync(int bookingId, CancellationToken cancellationToken)
    {
        var (link, token) = GuestLink.New(await db.Bookings.SingleAsync(b => b.Id == bookingId, cancellationToken), clock.Now());
        db.GuestLinks.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    // RFC 8058: one click in the mail program, without a page in between. On one line, for not every program unfolds it.
    static void OfferToStop(MimeMessage message, string where)
    {
        var address = new Header("List-Unsubscribe", "");
        address.SetRawValue(Encoding.UTF8.GetBytes($" <{where}>\r\n"));
        message.Headers.Add(address);
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
