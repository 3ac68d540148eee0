using System.ComponentModel.DataAnnotations;

namespace HomsScreenings.Validation;

/// <summary>Amounts of money, in units of some currency, as forms, programme files and both databases hold them alike.</summary>
public static class Amounts
{
    /// <summary>How many digits a database keeps in all.</summary>
    public const int Digits = 12;

    /// <summary>How many of them stand behind the point.</summary>
    public const int Decimals = 2;

    /// <summary>Some currencies count in millions.</summary>
    public const decimal Max = 9_999_999_999m;

    /// <summary>Whether it is an amount that is stored as it stands, on every database.</summary>
    public static bool Has(decimal amount) => amount is >= 0 and <= Max && amount == decimal.Round(amount, Decimals);
}

/// <summary>An amount of money as it is typed. Empty is right: [Required] says otherwise.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AmountAttribute() : ValidationAttribute("{0} is an amount of money from 0 on, with two decimals at most.")
{
    public override bool IsValid(object? value) => value is null || (value is decimal amount && Amounts.Has(amount));
}
