using HomsScreenings.Accounts;
using HomsScreenings.Bookings;
using HomsScreenings.Bookings.Letters;
using HomsScreenings.Comments.Letters;
using HomsScreenings.Interests;
using HomsScreenings.Interests.Letters;
using HomsScreenings.Mail;
using HomsScreenings.Subscriptions.Letters;

namespace HomsScreenings;

/// <summary>Who words the mails of this site: a new kind of mail is a file and a line here.</summary>
public static class MailKinds
{
    public static LetterComposers Composers(GuestOptions guests, InterestOptions interests) => new(
        new GuestMailComposer(guests.KeepDays),
        new CommentMailComposer(),
        new SubscriptionMailComposer(),
        new InterestMailComposer(interests),
        new NewsletterTestComposer(),
        new InvitationComposer(),
        new PasswordResetComposer());
}
