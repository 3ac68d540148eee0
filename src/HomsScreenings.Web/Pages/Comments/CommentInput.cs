using System.ComponentModel.DataAnnotations;
using HomsScreenings.Comments;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Web.Forms;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Comments;

/// <summary>The form in which somebody writes a comment.</summary>
public sealed class CommentInput : IPublicForm, IValidatableObject
{
    /// <summary>The number of the comment to which it replies; empty for none.</summary>
    public string? To { get; set; }

    [DataType(DataType.MultilineText)]
    public string? Text { get; set; }

    public string? Name { get; set; }

    [DataType(DataType.EmailAddress)]
    public string? Email { get; set => field = PublicFormChecks.Address(value); }

    public string? AskedAbout { get; set; }

    public string? Token { get; set; }

    public string? LeaveEmpty { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WrongText(Text) is { } wrong) yield return new(wrong, [nameof(Text)]);
        if (Name?.Length > Lengths.Name) yield return new(T("A name has at most {0} characters here.", Lengths.Name), [nameof(Name)]);
        foreach (var problem in this.Check()) yield return problem;
    }

    /// <summary>What is wrong with the text of a comment; null where nothing is.</summary>
    public static string? WrongText(string? text) =>
        text is null ? T("Write your comment.")
        : text.Length > Comment.MaxText
            ? T("A comment has at most {0} characters; this one has {1}. Please shorten it.", Number(Comment.MaxText), Number(text.Length))
        : CommentText.LinksIn(text) > Comment.MaxLinks
            ? T("A comment has at most {0} web addresses; this one has {1}.", Comment.MaxLinks, Number(CommentText.LinksIn(text)))
        : null;
}
