using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HomsScreenings.Web.Mail;

/// <summary>
/// The connections of one round. Mails that leave one after the other share one; another is opened only for what is sent
/// beside a mail for which the server takes its time. When the round is over, each is closed as soon as nothing uses it.
/// </summary>
public sealed class MailConnections(MailOptions options) : IAsyncDisposable
{
    readonly ConcurrentStack<MailConnection> _idle = new();
    readonly SemaphoreSlim _opening = new(1);
    AuthenticationException? _refusal;
    volatile bool _isOver;

    /// <exception cref="AuthenticationException">The login was refused, now or before in this round: it is tried once.</exception>
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var connection = _idle.TryPop(out var kept) ? kept : new MailConnection(options, options.Security);
        var stands = false;
        try
        {
            if (kept is null) await OpenAsync(connection, cancellationToken);
            await connection.SendAsync(message, cancellationToken);
            stands = true;
        }
        catch (SmtpCommandException)
        {
            stands = true;
            throw;
        }
        finally
        {
            if (stands) await KeepAsync(connection);
            else await connection.DisposeAsync();
        }
    }

    // One after the other, so that whoever comes next knows whether the login was refused.
    async Task OpenAsync(MailConnection connection, CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_refusal is { } refusal) throw new AuthenticationException(refusal.Message, refusal);
            await connection.OpenAsync(cancellationToken);
        }
        catch (AuthenticationException refused)
        {
            _refusal ??= refused;
            throw;
        }
        finally { _opening.Release(); }
    }

    async Task KeepAsync(MailConnection connection)
    {
        _idle.Push(connection);
        if (_isOver) await CloseIdleAsync();
    }

    async Task CloseIdleAsync()
    {
        while (_idle.TryPop(out var connection)) await connection.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        await CloseIdleAsync();
    }
}
