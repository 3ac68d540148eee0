using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Text;
using HomsScreenings.Validation;

namespace HomsScreenings.Desk;

// The repeated rows of a film's form. An empty row is none; one that is half filled in says what it lacks.

/// <summary>One running time in the form.</summary>
public sealed class RunningTimeRow : IValidatableObject
{
    /// <summary>The running time that it was filled from.</summary>
    public int? Id { get; set; }

    [Range(1, 100_000, ErrorMessage = "{0} is a number from {1} to {2}.")]
    public int? Minutes { get; set; }

    [Display(Name = "Cut"), AtMost(Lengths.Name)]
    public string? Cut { get; set; }

    [Display(Name = "Who says so"), AtMost(Lengths.Line)]
    public string? Source { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Minutes is null && (Cut ?? Source) is not null) yield return new("How many minutes does it run?", [nameof(Minutes)]);
    }
}

/// <summary>One credit in the form.</summary>
public sealed class CreditRow : IValidatableObject
{
    [AtMost(Lengths.Name)]
    public string? Role { get; set; }

    [DataType(TypedPerson.DataType), AtMost(TypedPerson.MaxLength)]
    public string? Person { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Role is null && Person is not null) yield return new($"What did {Person} do?", [nameof(Role)]);
        if (Role is not null && Person is null) yield return new($"Who is meant as '{Role}'?", [nameof(Person)]);
    }
}

/// <summary>One place to watch the film, in the form.</summary>
public sealed class WatchOfferRow : IValidatableObject
{
    [AtMost(Lengths.Name)]
    public string? Provider { get; set; }

    public OfferKind Offer { get; set; }

    [Display(Name = "Link"), DataType(DataType.Url), WebAddress]
    public string? Url { get; set; }

    [DataType(Amounts.DataType), Amount(nameof(Currency))]
    public string? Price { get; set; }

    [CurrencyCode]
    public string? Currency { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Provider is null && (Url is not null || Price is not null || Currency is not null))
            yield return new("Who offers it?", [nameof(Provider)]);
        if (Price is not null && Currency is null) yield return new("In which currency is the price?", [nameof(Currency)]);
    }

    public static WatchOfferRow Of(WatchOffer offer) =>
        new()
        {
            Provider = offer.Provider,
            Offer = offer.Offer,
            Url = offer.Url,
            Price = TypedAmount.Format(offer.Price),
            Currency = offer.Currency,
        };

    public WatchOffer ToOffer() => new()
    {
        Provider = Provider!,
        Offer = Offer,
        Url = Url,
        Price = TypedAmount.Read(Price, Currency),
        Currency = Currency is { } code ? CurrencyCodes.Tidy(code) : null,
    };
}

/// <summary>One still in the form.</summary>
public sealed class StillRow : IValidatableObject
{
    [AtMost(Lengths.Line)]
    public string? Caption { get; set; }

    [Display(Name = "Whose picture it is"), AtMost(Lengths.Line)]
    public string? Credit { get; set; }

    [Display(Name = "What it shows, for those who cannot see it"), AtMost(Lengths.Line)]
    public string? AltText { get; set; }

    [Display(Name = "Where it comes from"), AtMost(Lengths.Line)]
    public string? Source { get; set; }

    [Display(Name = "Link"), DataType(DataType.Url), WebAddress]
    public string? Url { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (Caption is null && (Credit ?? AltText ?? Source ?? Url) is not null)
            yield return new("A still needs a caption.", [nameof(Caption)]);
    }

    public static StillRow Of(Still still) =>
        new() { Caption = still.Caption, Credit = still.Credit, AltText = still.AltText, Source = still.Source, Url = still.Url };

    public Still ToStill() => new() { Caption = Caption!, Credit = Credit, AltText = AltText, Source = Source, Url = Url };
}
