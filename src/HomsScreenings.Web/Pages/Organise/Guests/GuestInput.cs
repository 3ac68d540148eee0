using System.ComponentModel.DataAnnotations;
using HomsScreenings.Model;
using HomsScreenings.Records;
using HomsScreenings.Validation;
using HomsScreenings.Web.Guests;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteLanguage = HomsScreenings.Text.Languages.Language;

namespace HomsScreenings.Web.Pages.Organise.Guests;

/// <summary>A guest for whom organisers act, as they type it.</summary>
public class GuestInput : PartyInput
{
    [Display(Name = "Email address"), Required(ErrorMessage = "Type an email address: the booking goes there."), EmailText,
        DataType(DataType.EmailAddress)]
    public string? Email { get; set; }
}

/// <summary>The same of somebody who has no booking yet.</summary>
public sealed class NewGuestInput : GuestInput
{
    /// <summary>Sent twice, the same form makes one booking.</summary>
    [RegularExpression("[0-9a-f-]{36}", ErrorMessage = "This form is damaged; open it again.")]
    public string? Key { get; set; }

    [Display(Name = "Name"), NameText]
    public string? Name { get; set; }

    [Display(Name = "What they need"), DataType(DataType.MultilineText), AtMost(BookingRequest.MaxText)]
    public string? AccessNeeds { get; set; }

    [Display(Name = "Language of the mails")]
    public string Language { get; set; } = SiteLanguage.English.Tag;

    public static IReadOnlyList<SelectListItem> Languages { get; } =
        [.. SiteLanguage.All.Select(l => new SelectListItem(l.Name, l.Tag))];

    public BookingRequest ToRequest() =>
        new(Key ?? Guid.NewGuid().ToString(), Email!, Party, SiteLanguage.WithTag(Language).Tag, Name, AccessNeeds);
}
