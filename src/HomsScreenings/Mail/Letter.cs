using HomsScreenings.Text.Languages;

namespace HomsScreenings.Mail;

/// <summary>
/// A mail before it has a form: what it says, in order. <see cref="LetterText"/> and <see cref="LetterHtml"/> both write
/// it from here, so that nobody reads less than another.
/// </summary>
/// <param name="Language">In which it is written; it also says the direction.</param>
/// <param name="Subject">Begins with what matters. A line break in it would be the start of another header, and becomes a blank.</param>
/// <param name="Parts">What it says.</param>
/// <param name="Footer">Why somebody gets it, and how that ends.</param>
public sealed record Letter(Language Language, string Subject, IReadOnlyList<LetterPart> Parts, IReadOnlyList<LetterPart> Footer)
{
    public string Subject { get; } = OneLine(Subject);

    /// <summary>The same text without line breaks and double blanks.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A piece of a <see cref="Letter"/>.</summary>
public abstract record LetterPart;

/// <summary>Some sentences.</summary>
public sealed record Paragraph(string Text) : LetterPart;

/// <summary>A table of facts, the most important first.</summary>
public sealed record FactTable(IReadOnlyList<Fact> Rows) : LetterPart
{
    /// <summary>Whether some of them were otherwise before.</summary>
    public bool HaveChanged => Rows.Any(r => r.Before is not null);
}

/// <summary>One fact.</summary>
/// <param name="Label">'When'.</param>
/// <param name="Value">What is true now.</param>
/// <param name="Before">What was true before; null where that is the same.</param>
public sealed record Fact(string Label, string Value, string? Before = null);

/// <summary>A way to a page.</summary>
/// <param name="Label">What one does there.</param>
/// <param name="Address">The whole address.</param>
/// <param name="IsMain">Whether it is what the mail is for.</param>
public sealed record Link(string Label, string Address, bool IsMain = false) : LetterPart;

/// <summary>Says what comes below it.</summary>
/// <param name="Text">In the language of the mail, or as somebody named it.</param>
/// <param name="IsTitle">Whether it is that of the whole mail.</param>
public sealed record Heading(string Text, bool IsTitle = false) : LetterPart;

/// <summary>One thing of a list.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Address">The whole address of its page.</param>
/// <param name="Lines">What there is to say of it.</param>
public sealed record ListItem(string Title, string Address, IReadOnlyList<string> Lines) : LetterPart;

/// <summary>What somebody wrote, in their own language and lines.</summary>
public sealed record Quote(string Label, string Text) : LetterPart;

/// <summary>What an organisation wrote, in Markdown.</summary>
/// <param name="Markdown">As it was typed.</param>
/// <param name="OtherLanguage">The tag of its language, where that is not the language of the mail.</param>
public sealed record FormattedText(string Markdown, string? OtherLanguage = null) : LetterPart;
