using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HomsScreenings.Tests.Processes;

/// <summary>A way to a server that can be shut, held and opened again: what a broken network or a restart looks like.</summary>
public sealed class Doorway : IDisposable
{
    readonly int _to;
    readonly ConcurrentBag<Socket> _open = [];
    TcpListener? _listener;
    volatile TaskCompletionSource? _held;

    public Doorway(int to)
    {
        _to = to;
        Open();
    }

    public int Port { get; private set; }

    public void Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync(_listener);
    }

    /// <summary>Breaks what goes through and refuses what comes.</summary>
    public void Shut()
    {
        _listener?.Stop();
        while (_open.TryTake(out var socket)) socket.Dispose();
    }

    /// <summary>Lets nothing pass, and breaks nothing, until it is let go.</summary>
    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void LetGo()
    {
        var held = _held;
        _held = null;
        held?.TrySetResult();
    }

    async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var inner = await listener.AcceptSocketAsync();
                var outer = new Socket(SocketType.Stream, ProtocolType.Tcp);
                _open.Add(inner);
                _open.Add(outer);
                await outer.ConnectAsync(IPAddress.Loopback, _to);
                _ = PassAsync(inner, outer);
                _ = PassAsync(outer, inner);
            }
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException or InvalidOperationException) { }
    }

    async Task PassAsync(Socket from, Socket to)
    {
        var buffer = new byte[16_384];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (_held is { } held) await held.Task;
                await to.SendAsync(buffer.AsMemory(0, count));
            }
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException) { }
        from.Dispose();
        to.Dispose();
    }

    public void Dispose()
    {
        LetGo();
        Shut();
    }
}
