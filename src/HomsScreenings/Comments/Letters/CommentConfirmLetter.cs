using HomsScreenings.Mail;
using HomsScreenings.Model;
using NodaTime;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Comments.Letters;

/// <summary>
/// Asks whoever wrote a comment to follow a link. It says nothing of what was written, so that nobody can have this site send
/// words of theirs to an address of others.
/// </summary>
sealed record CommentConfirmLetter : PendingLetter
{
    public required int CommentId { get; init; }
    public required CommentState State { get; init; }
    public required CommentedTitle Under { get; init; }

    public override LetterToken Token => new(TokenPurpose.Comment, CommentId);

    public override DeskReference About => new("Comments", Under.Title, "/organise/comments");

    public override string? WhyNot(Instant now) => Recipient is null ? "The comment was taken back."
        : State == CommentState.Spam ? "The address is blocked." : null;

    public override Letter Write(MailSite site, string secret) => Language.Speaking(() =>
        new Letter(Language, T("Your comment on {0}", Under.In(Language)),
        [
            new Paragraph(T("Somebody, most likely you, wrote a comment on {0} at {1} and gave this address. Open this link and press the button there: only then is it sent.",
                Under.In(Language), site.Name)),
            new Link(T("Send my comment"), site.Address + Language.Path($"/comments/{secret}"), IsMain: true),
            new Paragraph(T("Keep this email: with the same link you can correct the comment within an hour, and delete it at any time.")),
        ],
        [
            new Paragraph(T("If it was not you, do nothing: within two days the comment and this address are forgotten here.")),
            new Link(T("The site"), site.Address + Language.Path("/")),
        ]));
}
