namespace HomsScreenings.Drafts;

/// <summary>A record that is likely the one that somebody is about to add once more.</summary>
/// <param name="Path">Its public address.</param>
/// <param name="Words">What to recognise it by: 'Phoenix Cinema, East Finchley, London'.</param>
public sealed record Twin(string Path, string Words);

/// <summary>Something wrong with a draft that only the database could tell.</summary>
/// <param name="Field">The property of the draft; empty for the draft as a whole.</param>
public sealed record Problem(string Field, string Sentence);

/// <summary>What the database says to a draft.</summary>
/// <param name="Twins">Records that it likely repeats; all right if the person says so.</param>
public sealed record Checked(IReadOnlyList<Problem> Problems, IReadOnlyList<Twin> Twins);
