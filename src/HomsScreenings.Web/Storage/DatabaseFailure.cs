using System.Data.Common;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace HomsScreenings.Web.Storage;

/// <summary>Tells a database that does not do its work from a mistake of this program.</summary>
static class DatabaseFailure
{
    /// <summary>Whether the database could not be opened, reached or read.</summary>
    public static bool Is(Exception problem) => problem
        is DbException or IOException or UnauthorizedAccessException or SocketException || IsTimeout(problem)
        || problem is InvalidOperationException { InnerException: DbException or SocketException or TimeoutException };

    /// <summary>
    /// Whether the same may well work in a moment: the server is away, or starts just now; the file is locked, or its disk is full.
    /// </summary>
    public static bool IsTransient(Exception problem) =>
        Chain(problem)
        .Any(p => p is DbException { IsTransient: true } or SocketException || IsTimeout(p) || StorageSetup.IsTransient(p));

    // A regular expression that runs out of time is nobody's database.
    static bool IsTimeout(Exception problem) => problem is TimeoutException and not RegexMatchTimeoutException;

    /// <summary>What happened, in one line: 'Failed to connect to 127.0.0.1:5432: Connection refused'.</summary>
    public static string Describe(Exception problem)
    {
        var messages = Chain(problem).SkipWhile(p => p is InvalidOperationException && p.InnerException is not null)
            .Select(p => p.Message.ReplaceLineEndings(" ").TrimEnd('.')).Distinct(StringComparer.Ordinal);
        return string.Join(": ", messages) + '.';
    }

    static IEnumerable<Exception> Chain(Exception problem)
    {
        for (var one = problem; one is not null; one = one.InnerException) yield return one;
    }
}
