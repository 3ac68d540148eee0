using System.Data.Common;
using System.Net.Sockets;
using System.Text;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// An exception as the log may have it: its types and where it happened. What it says is left out, for that may hold what
/// somebody sent; databases and the system speak of tables and files.
/// </summary>
sealed class LoggedException(Exception problem) : Exception(problem.GetType().FullName)
{
    public override string? StackTrace => problem.StackTrace;

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var one = problem; one is not null; one = one.InnerException)
        {
            if (text.Length > 0) text.Append("\n---> ");
            text.Append(one.GetType().FullName);
            if (one is DbException or IOException or SocketException) text.Append(": ").Append(OneLine(one.Message));
            if (one.StackTrace is { } frames) text.Append('\n').Append(frames);
        }
        return text.ToString();
    }

    /// <summary>A text without line breaks and without anything that a terminal would obey.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && text.AsSpan().IndexOfAnyInRange('\x7f', '\x9f') < 0
        && text.AsSpan().IndexOfAny('\u2028', '\u2029') < 0 ? text
        : string.Create(text.Length, text, static (line, all) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(all[i]) || all[i] is '\u2028' or '\u2029' ? ' ' : all[i];
        });
}
