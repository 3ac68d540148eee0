using HomsScreenings.Web.Mail;

namespace HomsScreenings.Tests.Mail;

/// <summary>A mailbox in memory.</summary>
public sealed class FakeMailbox : IBounceMailbox
{
    readonly Dictionary<uint, (byte[] Bytes, long Says)> _messages = [];
    readonly HashSet<uint> _read = [];
    uint _last;

    /// <summary>What happens when it is opened or a message of it is; throws where something is to go wrong.</summary>
    public Action<uint?> OnUse { get; set; } = _ => { };

    /// <summary>What is still there, and whether it has been read.</summary>
    public IReadOnlyList<(uint Id, bool IsRead)> Left => [.. _messages.Keys.Order().Select(id => (id, _read.Contains(id)))];

    public List<uint> Opened { get; } = [];

    /// <summary>What whoever reads a message of the mailbox stumbles over.</summary>
    public Dictionary<uint, Exception> Stumbling { get; } = [];

    public uint Receive(byte[] message, long? says = null)
    {
        _messages[++_last] = (message, says ?? message.Length);
        return _last;
    }

    public uint Receive(string message) => Receive(SomeReports.BytesOf(message));

    public Task<IReadOnlyList<MailboxItem>> UnreadAsync(int max, CancellationToken cancellationToken)
    {
        OnUse(null);
        return Task.FromResult<IReadOnlyList<MailboxItem>>(
            [.. _messages.Where(m => !_read.Contains(m.Key)).OrderBy(m => m.Key).Take(max)
                .Select(m => new MailboxItem(m.Key, m.Value.Says))]);
    }

    public Task<Stream> OpenAsync(uint id, CancellationToken cancellationToken)
    {
        Opened.Add(id);
        OnUse(id);
        return Task.FromResult<Stream>(Stumbling.TryGetValue(id, out var problem) ? new StumblingBlock(problem)
            : new MemoryStream(_messages[id].Bytes));
    }

    public Task MarkReadAsync(uint id, CancellationToken cancellationToken)
    {
        _read.Add(id);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(uint id, CancellationToken cancellationToken)
    {
        _messages.Remove(id);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    sealed class StumblingBlock(Exception problem) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw problem;

        public override int Read(byte[] buffer, int offset, int count) => throw problem;

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => throw problem;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw problem;
    }
}
