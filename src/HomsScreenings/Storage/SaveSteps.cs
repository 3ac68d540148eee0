namespace HomsScreenings.Storage;

/// <summary>What every save of what the public is shown does, in this order.</summary>
/// <param name="make">Makes the steps of one save; they may keep between 'before' and 'after' what they need.</param>
public sealed class SaveSteps(params IReadOnlyList<Func<ISaveStep>> make)
{
    /// <summary>None at all: for a context that only describes the model.</summary>
    public static SaveSteps None { get; } = new([]);

    /// <summary>Runs all that is to be done before, writes the rows, and runs all that is to be done after.</summary>
    /// <returns>How many rows were written.</returns>
    internal async Task<int> RunAsync(Save save, Func<Task<int>> write, CancellationToken cancellationToken)
    {
        var steps = make.Select(one => one()).ToList();
        foreach (var step in steps) await step.BeforeAsync(save, cancellationToken);
        var rows = await write();
        foreach (var step in steps) await step.AfterAsync(save, cancellationToken);
        return rows;
    }
}
