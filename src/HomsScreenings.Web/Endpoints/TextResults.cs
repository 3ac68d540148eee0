using System.Text;

namespace HomsScreenings.Web.Endpoints;

/// <summary>Answers in sentences without a page around them: for programs, whose people may read them in a log.</summary>
static class TextResults
{
    public static IResult Wrong(IReadOnlyList<string> problems) => Text(StatusCodes.Status400BadRequest, string.Join('\n', problems));

    public static IResult NotFound(string sentence) => Text(StatusCodes.Status404NotFound, sentence);

    public static IResult Gone(string sentence) => Text(StatusCodes.Status410Gone, sentence);

    public static IResult NotImplemented(string sentence) => Text(StatusCodes.Status501NotImplemented, sentence);

    public static IResult Busy(string sentence) => Text(StatusCodes.Status503ServiceUnavailable, sentence);

    static IResult Text(int status, string text) => Results.Text(text + "\n", "text/plain", Encoding.UTF8, status);
}
