using System.ComponentModel.DataAnnotations;

namespace HomsScreenings.Validation;

/// <summary>A record that is likely the one that somebody is about to add once more.</summary>
/// <param name="Path">Its public address.</param>
/// <param name="Words">What to recognise it by: 'Phoenix Cinema, East Finchley, London'.</param>
public sealed record PossibleDuplicate(string? Path, string Words);

/// <summary>What the database says to what somebody typed.</summary>
/// <param name="Problems">What is wrong, each with the fields beside which it is said.</param>
/// <param name="Duplicates">Records that it likely repeats; all right if the person says so.</param>
public sealed record CheckResult(IReadOnlyList<ValidationResult> Problems, IReadOnlyList<PossibleDuplicate> Duplicates);
