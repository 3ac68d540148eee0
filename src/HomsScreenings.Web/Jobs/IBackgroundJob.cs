namespace HomsScreenings.Web.Jobs;

/// <summary>
/// Something that is done again and again beside the requests: by one of all processes at a time, and whatever goes
/// wrong with it holds up no other. A new one is a file and a line in <see cref="BackgroundJobsSetup"/>.
/// </summary>
public interface IBackgroundJob
{
    /// <summary>What it is called in the log, and in the database by its lease: at most 40 characters, for ever the same.</summary>
    string Name { get; }

    /// <summary>How long to wait from one run to the next.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due. It may be broken off and begun again at any point.</summary>
    /// <param name="services">Those of this run alone, such as its own database context.</param>
    /// <param name="cancellationToken">The program is about to end.</param>
    Task RunAsync(IServiceProvider services, CancellationToken cancellationToken);

    /// <summary>When the program ends: waits for what a run has left on its way.</summary>
    Task EndAsync() => Task.CompletedTask;
}
