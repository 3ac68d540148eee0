using System.Net.Sockets;
using MailKit;
using MailKit.Security;

namespace HomsScreenings.Web.Mail;

/// <summary>What can go wrong with a mailbox: a matter of its server or of the settings, and none of the program.</summary>
static class MailboxFailure
{
    public static bool Is(Exception problem) => IsOfMessage(problem) || problem is ProtocolException or FolderNotFoundException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException
        or IOException or SocketException or NotSupportedException or OperationCanceledException;

    /// <summary>Whether the server refused one command, and the connection stands.</summary>
    public static bool IsOfMessage(Exception problem) => problem is CommandException or MessageNotFoundException;
}
