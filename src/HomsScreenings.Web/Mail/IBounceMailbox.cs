namespace HomsScreenings.Web.Mail;

/// <summary>A message in a mailbox.</summary>
/// <param name="Id">By which the mailbox knows it.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record MailboxItem(uint Id, long Bytes);

/// <summary>
/// The mailbox to which mail comes back, for one run. What it throws is the mailbox's trouble, or that of the connection to it.
/// </summary>
public interface IBounceMailbox : IAsyncDisposable
{
    /// <summary>The messages that nobody has read yet, the oldest first.</summary>
    Task<IReadOnlyList<MailboxItem>> UnreadAsync(int max, CancellationToken cancellationToken);

    /// <summary>The bytes of a message, as it was received. It stays unread.</summary>
    Task<Stream> OpenAsync(uint id, CancellationToken cancellationToken);

    Task MarkReadAsync(uint id, CancellationToken cancellationToken);

    Task DeleteAsync(uint id, CancellationToken cancellationToken);
}
