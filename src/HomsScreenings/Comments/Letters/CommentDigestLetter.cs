using HomsScreenings.Mail;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Comments.Letters;

/// <summary>Tells a moderator how many comments wait.</summary>
sealed record CommentDigestLetter : PendingLetter
{
    public required int Waiting { get; init; }

    public override LetterToken? Token => null;

    public override DeskReference About => new("Comments", "what waits", "/organise/comments");

    public override string? WhyNot(Instant now) => Waiting == 0 ? "No comment waits any more." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, N(Waiting, "{0} comment waits for you", "{0} comments wait for you"),
        [
            new Paragraph(N(Waiting, "{0} comment at {1} waits until a moderator has read it.",
                "{0} comments at {1} wait until a moderator has read them.", site.Name)),
            new Link(T("Read what waits"), $"{site.Address}/organise/comments", IsMain: true),
        ],
        [
            new Paragraph(T("You get this email, once a day at most, because you look after an organisation at {0}. You can turn it off on the page of your account.",
                site.Name)),
            new Link(T("Your account"), $"{site.Address}/account"),
        ]));
}
