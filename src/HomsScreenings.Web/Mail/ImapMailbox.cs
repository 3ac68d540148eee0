using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;

namespace HomsScreenings.Web.Mail;

/// <summary>A folder on an IMAP server (RFC 9051), over a connection that is opened when it is first asked for something.</summary>
public sealed class ImapMailbox(MailOptions mail) : IBounceMailbox
{
    static readonly TimeSpan GivesFarewell = TimeSpan.FromSeconds(5);

    readonly List<UniqueId> _deleted = [];
    readonly ImapClient _client = new()
    {
        ServerCertificateValidationCallback = mail.Bounces.CertificateCheck,
        CheckCertificateRevocation = false, // for the reason that MailConnection gives
    };

    IMailFolder? _folder;

    public async Task<IReadOnlyList<MailboxItem>> UnreadAsync(int max, CancellationToken cancellationToken)
    {
        var folder = await FolderAsync(cancellationToken);
        var unread = await folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), cancellationToken);
        if (unread.Count == 0) return [];
        var oldest = unread.Order().Take(max).ToList();
        var items = await folder.FetchAsync(oldest, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellationToken);
        return [.. items.OrderBy(i => i.UniqueId).Select(i => new MailboxItem(i.UniqueId.Id, i.Size ?? long.MaxValue))];
    }

    public async Task<Stream> OpenAsync(uint id, CancellationToken cancellationToken) =>
        await (await FolderAsync(cancellationToken)).GetStreamAsync(new UniqueId(id), cancellationToken);

    public Task MarkReadAsync(uint id, CancellationToken cancellationToken) => FlagAsync(id, MessageFlags.Seen, cancellationToken);

    public async Task DeleteAsync(uint id, CancellationToken cancellationToken)
    {
        await FlagAsync(id, MessageFlags.Seen | MessageFlags.Deleted, cancellationToken);
        _deleted.Add(new UniqueId(id));
    }

    async Task FlagAsync(uint id, MessageFlags flags, CancellationToken cancellationToken)
    {
        var folder = await FolderAsync(cancellationToken);
        await folder.StoreAsync(new UniqueId(id), new StoreFlagsRequest(StoreAction.Add, flags) { Silent = true }, cancellationToken);
    }

    async Task<IMailFolder> FolderAsync(CancellationToken cancellationToken)
    {
        if (_folder is not null) return _folder;
        var options = mail.Bounces;
        await _client.ConnectAsync(options.Host!, options.Port, options.Security, cancellationToken);
        await _client.AuthenticateAsync(options.User!, options.Password!, cancellationToken);
        var folder = await _client.GetFolderAsync(options.Folder, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        return _folder = folder;
    }

    /// <summary>Has the server let go of what was deleted, and says goodbye; waits no longer than five seconds for both.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(GivesFarewell);
        try
        {
            // What this one deleted and nothing else: somebody may be about to restore another message in a mail program.
            if (_client.IsConnected && _deleted.Count > 0) await _folder!.ExpungeAsync(_deleted, patience.Token);
            if (_client.IsConnected) await _client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception problem) when (MailboxFailure.Is(problem))
        {
            // All that was to be done has been; what is marked as deleted goes with the next farewell that succeeds.
        }
        _client.Dispose();
    }
}
