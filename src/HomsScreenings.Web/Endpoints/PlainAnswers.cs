using System.Text;

namespace HomsScreenings.Web.Endpoints;

/// <summary>Answers in sentences without a page around them: for programs, whose people may read them in a log.</summary>
static class PlainAnswers
{
    public static IResult Wrong(IReadOnlyList<string> problems) => Say(StatusCodes.Status400BadRequest, string.Join('\n', problems));

    public static IResult NotFound(string sentence) => Say(StatusCodes.Status404NotFound, sentence);

    public static IResult Gone(string sentence) => Say(StatusCodes.Status410Gone, sentence);

    public static IResult NotImplemented(string sentence) => Say(StatusCodes.Status501NotImplemented, sentence);

    static IResult Say(int status, string text) => Results.Text(text + "\n", "text/plain", Encoding.UTF8, status);
}
