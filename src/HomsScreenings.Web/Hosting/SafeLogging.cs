using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HomsScreenings.Web.Hosting;

/// <summary>
/// What no setting can change in the log. The framework would write the address of each request and the target of each
/// redirect, and the address of a guest's page opens it: a filter does not keep that out, for a more special one in the
/// settings counts more. And what somebody sent must not look like a line of the log.
/// </summary>
static class SafeLogging
{
    public static void AddSafeLogging(this IServiceCollection services)
    {
        services.AddSingleton<LoggerFactory>();
        services.AddHttpContextAccessor();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            provider => new SafeLoggerFactory(
                provider.GetRequiredService<LoggerFactory>(), provider.GetRequiredService<IHttpContextAccessor>())));
    }

    /// <summary>From which level on a category may say something.</summary>
    public static LogLevel LeastOf(string category) => category switch
    {
        // Without it the host also keeps no record of each request, which every cached page would pay for.
        "Microsoft.AspNetCore.Hosting.Diagnostics" => LogLevel.None,
        _ when !category.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) => LogLevel.Trace,
        _ when Array.Exists(WithoutAddresses, name => category.StartsWith(name, StringComparison.Ordinal)) => LogLevel.Trace,
        _ => LogLevel.Warning,
    };

    static readonly string[] WithoutAddresses =
        ["Microsoft.AspNetCore.Authentication.", "Microsoft.AspNetCore.Authorization.", "Microsoft.AspNetCore.DataProtection."];

    sealed class SafeLoggerFactory(LoggerFactory inner, IHttpContextAccessor request) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) =>
            new SafeLogger(inner.CreateLogger(categoryName), LeastOf(categoryName), request);
        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);
        public void Dispose() { } // the container has the inner one
    }

    sealed class SafeLogger(ILogger inner, LogLevel least, IHttpContextAccessor request) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && least != LogLevel.None && inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            inner.Log(logLevel, eventId, state, exception is null ? null : new LoggedException(exception),
                (said, _) => LoggedException.OneLine(RequestReferences.Refer(formatter(said, exception), request.HttpContext)));
        }
    }
}
