namespace HomsScreenings.Validation;

/// <summary>A record that is likely the one that somebody is about to add once more.</summary>
/// <param name="Path">Its public address.</param>
/// <param name="Words">What to recognise it by: 'Phoenix Cinema, East Finchley, London'.</param>
public sealed record PossibleDuplicate(string Path, string Words);

/// <summary>Something wrong with a draft that only the database could tell.</summary>
/// <param name="Field">The property of the draft; empty for the draft as a whole.</param>
public sealed record Problem(string Field, string Sentence);

/// <summary>What the database says to a draft.</summary>
/// <param name="Duplicates">Records that it likely repeats; all right if the person says so.</param>
public sealed record CheckResult(IReadOnlyList<Problem> Problems, IReadOnlyList<PossibleDuplicate> Duplicates);
