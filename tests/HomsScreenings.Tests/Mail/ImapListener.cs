using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HomsScreenings.Tests.Mail;

/// <summary>
/// A mailbox on loopback that speaks as much IMAP (RFC 9051, with UIDPLUS) as it takes to read, mark and delete messages of one folder.
/// </summary>
public sealed class ImapListener : IDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly SortedDictionary<uint, (string Text, HashSet<string> Flags)> _messages = [];
    readonly List<string> _commands = [];
    uint _last;

    public ImapListener()
    {
        _listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was asked for, without tags, and without the login.</summary>
    public IReadOnlyList<string> Commands
    {
        get { lock (_messages) return [.. _commands]; }
    }

    /// <summary>What is there, with its flags in their order.</summary>
    public IReadOnlyList<string> Left
    {
        get { lock (_messages) return [.. _messages.Select(m => $"{m.Key} {string.Join(' ', m.Value.Flags.Order())}")]; }
    }

    public void Receive(string message, params string[] flags)
    {
        lock (_messages) _messages[++_last] = (message.ReplaceLineEndings("\r\n"), [.. flags]);
    }

    async Task ListenAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client;
            try { client = await _listener.AcceptTcpClientAsync(_stop.Token); }
            catch (OperationCanceledException) { return; }
            _ = TalkAsync(client);
        }
    }

    async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1 UIDPLUS] ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            var (tag, command) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            string answer;
            lock (_messages)
            {
                if (!command.StartsWith("LOGIN", StringComparison.Ordinal)) _commands.Add(command);
                answer = Answer(command, tag);
            }
            await writer.WriteAsync(answer);
            if (command == "LOGOUT") return;
        }
    }

    string Answer(string command, string tag)
    {
        var words = command.Split(' ');
        return words switch
        {
            ["LOGIN", "homs", "secret"] or ["LOGIN", "\"homs\"", "\"secret\""] => $"{tag} OK [CAPABILITY IMAP4rev1 UIDPLUS] in\r\n",
            ["LOGIN", ..] => $"{tag} NO [AUTHENTICATIONFAILED] no such user {words[1]}\r\n",
            ["LIST", ..] => $"* LIST () \"/\" {(words[^1] is "\"\"" ? "\"\"" : "INBOX")}\r\n{tag} OK done\r\n",
            ["SELECT", "INBOX"] => $"* {_messages.Count} EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n"
                + $"* OK [PERMANENTFLAGS (\\Deleted \\Seen)] limited\r\n{tag} OK [READ-WRITE] open\r\n",
            ["UID", "SEARCH", ..] => $"* SEARCH {string.Join(' ', Wanted())}\r\n{tag} OK done\r\n",
            ["UID", "FETCH", var set, ..] => string.Concat(Of(set).Select(id => Fetched(id, command))) + $"{tag} OK done\r\n",
            ["UID", "STORE", var set, "+FLAGS.SILENT", .. var flags] => Flag(set, flags, tag),
            ["UID", "EXPUNGE", var set] => Expunge(set, tag),
            ["LOGOUT"] => $"* BYE\r\n{tag} OK bye\r\n",
            _ => $"{tag} OK\r\n",
        };
    }

    IEnumerable<uint> Wanted() =>
        _messages.Where(m => !m.Value.Flags.Contains("\\Seen") && !m.Value.Flags.Contains("\\Deleted")).Select(m => m.Key);

    IEnumerable<uint> Of(string set) => set.Split(',').SelectMany(range =>
    {
        var ends = range.Split(':').Select(e => uint.Parse(e, CultureInfo.InvariantCulture)).ToArray();
        return _messages.Keys.Where(id => id >= ends[0] && id <= ends[^1]).ToList();
    });

    string Fetched(uint id, string command)
    {
        var (text, place) = (_messages[id].Text, _messages.Keys.Count(k => k <= id));
        return command.Contains("BODY.PEEK[]", StringComparison.Ordinal) ? $"* {place} FETCH (UID {id} BODY[] {{{text.Length}}}\r\n{text})\r\n"
            : $"* {place} FETCH (UID {id} RFC822.SIZE {text.Length})\r\n";
    }

    string Flag(string set, string[] flags, string tag)
    {
        foreach (var id in Of(set)) _messages[id].Flags.UnionWith(flags.Select(f => f.Trim('(', ')')));
        return $"{tag} OK done\r\n";
    }

    string Expunge(string set, string tag)
    {
        foreach (var id in Of(set).Where(id => _messages[id].Flags.Contains("\\Deleted")).ToList()) _messages.Remove(id);
        return $"{tag} OK done\r\n";
    }

    public void Dispose()
    {
        if (_stop.IsCancellationRequested) return;
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }
}
