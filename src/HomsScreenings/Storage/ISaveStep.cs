namespace HomsScreenings.Storage;

/// <summary>
/// One of the things that a save of what the public is shown does besides writing the rows, in the same transaction:
/// its own, or the caller's where there is one. Each save makes its own steps and runs them in the order of their list:
/// all of them before the rows are written, then all after.
/// </summary>
public interface ISaveStep
{
    /// <summary>Looks at what is about to be saved, and may add to it; the changes have been detected and nothing is written.</summary>
    ValueTask BeforeAsync(Save save, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>
    /// Does what follows from the rows, which are written and have their numbers; what it adds to the context it saves itself.
    /// </summary>
    ValueTask AfterAsync(Save save, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
