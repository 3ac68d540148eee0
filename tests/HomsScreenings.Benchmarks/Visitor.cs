using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HomsScreenings.Benchmarks;

/// <summary>One visitor, on one connection that stays open, with a blocking socket.</summary>
sealed class Visitor : IDisposable
{
    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
    readonly byte[] _buffer = new byte[256 * 1024];

    public Visitor(Uri address) => _socket.Connect(IPAddress.Parse(address.Host), address.Port);

    /// <summary>Asks and reads the whole answer; returns how long it took, in ticks of the stopwatch.</summary>
    public long Ask(byte[] request, int status)
    {
        var since = Stopwatch.GetTimestamp();
        _socket.Send(request);
        int filled = 0, head;
        do
        {
            filled += Receive(_buffer.AsSpan(filled));
            head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }
        while (head < 0);
        var words = _buffer.AsSpan(0, head);
        var got = (words[9] - '0') * 100 + (words[10] - '0') * 10 + words[11] - '0';
        if (got != status) throw new InvalidOperationException($"Expected {status}, but it answered {Encoding.ASCII.GetString(words)}");
        var left = (status == 304 ? 0 : LengthIn(words)) - (filled - head - 4);
        while (left > 0) left -= Receive(_buffer.AsSpan(0, Math.Min(left, _buffer.Length)));
        return Stopwatch.GetTimestamp() - since;
    }

    int Receive(Span<byte> into) =>
        _socket.Receive(into) is > 0 and var count ? count : throw new InvalidOperationException("The server hung up.");

    static int LengthIn(ReadOnlySpan<byte> head)
    {
        var value = head[(head.IndexOf("Content-Length: "u8) + "Content-Length: ".Length)..];
        return int.Parse(value[..(value.IndexOf((byte)'\r') is >= 0 and var end ? end : value.Length)], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _socket.Dispose();
}
