using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>What the API says when it cannot answer: problem details (RFC 9457), in words for whoever reads the log.</summary>
static class ApiProblems
{
    /// <param name="problems">A sentence for each thing that was not understood; they are told one by one, too.</param>
    public static IResult Wrong(IReadOnlyList<string> problems) =>
        Results.Problem(string.Join(' ', problems), statusCode: StatusCodes.Status400BadRequest,
        title: T("The request is not understood."), type: Type,
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["problems"] = problems });

    public static IResult NotFound(string slug) =>
        Problem(StatusCodes.Status404NotFound, T("There is no such thing."), T("Nothing here is called '{0}'.", slug));

    public static IResult Gone(string slug) =>
        Problem(StatusCodes.Status410Gone, T("It is gone."), T("'{0}' has been removed for good.", slug));

    public static IResult NoSuchAddress() =>
        Problem(StatusCodes.Status404NotFound, T("There is no such thing."),
            T("The API has no such address; /openapi/v1.json lists all that it has."));

    public static IResult NotAllowed() =>
        Problem(StatusCodes.Status405MethodNotAllowed, T("That cannot be done here."),
            T("The API can be read only: GET, HEAD and OPTIONS."));

    /// <summary>Something broke here.</summary>
    /// <param name="isAway">Whether it is the database, and will pass.</param>
    public static IResult Failed(HttpContext context, bool isAway)
    {
        if (!isAway)
            return Problem(StatusCodes.Status500InternalServerError, T("Something broke"),
                T("It is not your fault. Nothing that was confirmed to you is lost. Please try again in a moment."));
        context.Response.Headers.RetryAfter = "60";
        return Problem(StatusCodes.Status503ServiceUnavailable, T("Back in a moment"),
            T("The programme cannot be read just now. Nothing that was confirmed to you is lost. Please try again in a minute."));
    }

    // The status says what kind of problem it is (RFC 9457, 4.2.1).
    const string Type = "about:blank";

    static IResult Problem(int status, string title, string detail) =>
        Results.Problem(detail, statusCode: status, title: title, type: Type);
}
