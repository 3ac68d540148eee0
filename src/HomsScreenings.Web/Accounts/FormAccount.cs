using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HomsScreenings.Web.Accounts;

/// <summary>
/// Says in a form of the desk who opened it, so that what they typed can be kept for them when they are signed in no more.
/// It is signed: no other site can put together a form that would be offered to somebody as theirs.
/// </summary>
public sealed class FormAccount(IDataProtectionProvider protection)
{
    public const string Field = "__FormAccount";

    readonly IDataProtector _protector = protection.CreateProtector("account of a form");

    public string Of(int account) => _protector.Protect(account.ToString(CultureInfo.InvariantCulture));

    /// <summary>The account that opened the form; null where it does not say.</summary>
    public int? Read(string? field)
    {
        if (string.IsNullOrEmpty(field)) return null;
        try { return int.Parse(_protector.Unprotect(field), CultureInfo.InvariantCulture); }
        catch (CryptographicException) { return null; }
    }
}

/// <summary>Puts the field into every form of the desk that is sent.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormAccountTagHelper(FormAccount account) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        if (!http.Request.Path.StartsWithSegments(KeptForms.Desk, StringComparison.OrdinalIgnoreCase)
            || Sessions.AccountOf(http.User) is not { } person) return;
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{FormAccount.Field}\" value=\"{account.Of(person)}\">");
    }
}
