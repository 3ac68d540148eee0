using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Subscriptions;
using Microsoft.AspNetCore.Mvc.Rendering;
using static HomsScreenings.Text.Languages.Texts;

namespace HomsScreenings.Web.Pages.Subscriptions;

/// <summary>The part of a form in which a subscriber chooses how often to be written to, and what comes with it.</summary>
public sealed class ChoiceInput : IValidatableObject
{
    /// <summary>How often, by its name.</summary>
    public string? Rhythm { get; set; }

    public bool Newsletters { get; set; }

    public bool SharesAddress { get; set; }

    public static ChoiceInput Of(Subscription subscription) => new()
    {
        Rhythm = NameOf(subscription.Rhythm),
        Newsletters = subscription.Newsletters,
        SharesAddress = subscription.AddressSharedAt is not null,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Read(Rhythm) is not { } rhythm) yield return new(T("Choose how often."), [nameof(Rhythm)]);
        else if (rhythm == SubscriptionRhythm.Never && !Newsletters)
            yield return new(T("Choose how often, or newsletters: otherwise nothing would ever come."), [nameof(Rhythm)]);
    }

    /// <summary>What was chosen, as far as it goes with what is followed.</summary>
    public SubscriptionChoice Chosen(NewsletterOffer offer) =>
        new(Read(Rhythm)!.Value, Newsletters && offer.IsThere, SharesAddress && offer.CanShare);

    /// <summary>The rhythms to choose from: never only where there are newsletters.</summary>
    public static IReadOnlyList<SelectListItem> Rhythms(NewsletterOffer offer) =>
        [.. Enum.GetValues<SubscriptionRhythm>().Where(r => offer.IsThere || r != SubscriptionRhythm.Never)
            .Select(r => new SelectListItem(SubscriptionWords.Label(r), NameOf(r)))];

    /// <summary>The rhythm of a name; null where it is none.</summary>
    public static SubscriptionRhythm? Read(string? name) =>
        Enum.GetValues<SubscriptionRhythm>().Where(r => NameOf(r) == name).Cast<SubscriptionRhythm?>().SingleOrDefault();

    public static string NameOf(SubscriptionRhythm rhythm) => rhythm switch
    {
        SubscriptionRhythm.AtOnce => "at-once",
        SubscriptionRhythm.Weekly => "weekly",
        SubscriptionRhythm.Monthly => "monthly",
        _ => "never",
    };
}
