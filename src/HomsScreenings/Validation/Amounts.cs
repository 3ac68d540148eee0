using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HomsScreenings.Text;

namespace HomsScreenings.Validation;

/// <summary>Amounts of money, in units of some currency, as forms, programme files and both databases hold them alike.</summary>
public static class Amounts
{
    /// <summary>The kind of data ([DataType]) by which a form knows such a field.</summary>
    public const string DataType = "Amount";

    /// <summary>How many digits a database keeps in all.</summary>
    public const int Digits = 13;

    /// <summary>How many of them stand behind the point: as many as any currency has.</summary>
    public const int Decimals = 3;

    /// <summary>Some currencies count in millions.</summary>
    public const decimal Max = 9_999_999_999m;

    /// <summary>Whether it is an amount that is stored as it stands, on every database.</summary>
    public static bool Has(decimal amount) => amount is >= 0 and <= Max && amount == decimal.Round(amount, Decimals);

    /// <summary>Whether it is an amount that can be paid in this currency: nothing is ever rounded.</summary>
    public static bool Has(decimal amount, string? currency) =>
        Has(amount) && amount == decimal.Round(amount, CurrencyCodes.DecimalsOf(currency));

    /// <summary>What is said of an amount that has more decimals than its currency.</summary>
    public static string TooFine(string currency) => CurrencyCodes.DecimalsOf(currency) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"An amount in {currency} has no decimals."),
        var decimals => string.Create(CultureInfo.InvariantCulture, $"An amount in {currency} has {decimals} decimals at most."),
    };
}

/// <summary>An amount of money as it is typed, in the currency of another field. Empty is right: [Required] says otherwise.</summary>
/// <param name="currency">The name of the field with the currency.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AmountAttribute(string currency) : ValidationAttribute("{0} is an amount of money from 0 on, such as 12.50.")
{
    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        if (value is not string typed) return ValidationResult.Success;
        var code = context.ObjectType.GetProperty(currency)?.GetValue(context.ObjectInstance) as string;
        return TypedAmount.TryRead(typed, code, out _, out var problem) ? ValidationResult.Success
            : new(problem ?? FormatErrorMessage(context.DisplayName), [context.MemberName!]);
    }
}
