using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace HomsScreenings.Tests.Infrastructure;

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string Body, byte[] Bytes, HttpResponseMessage Message)
{
    IHtmlDocument? _html;

    /// <summary>The page, parsed.</summary>
    public IHtmlDocument Html =>
        _html ??= (IHtmlDocument)BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(Body)).GetAwaiter().GetResult();

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values)
        ? string.Join(", ", values) : null;

    /// <summary>Where it leads, without the site's own address.</summary>
    public string? Location => Message.Headers.Location?.ToString().Replace(ScreeningsApp.BaseUrl, "", StringComparison.Ordinal);

    /// <summary>The text of the first element that the selector finds, blanks made single.</summary>
    public string? Text(string selector) => Html.QuerySelector(selector)?.Words();

    /// <summary>Where the links that the selector finds lead.</summary>
    public IReadOnlyList<string> Links(string selector) => [.. Html.QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!)];

    public IReadOnlyList<string> Texts(string selector) => [.. Html.QuerySelectorAll(selector).Select(e => e.Words())];
}

public static class ElementWords
{
    /// <summary>The text as it is read: blanks made single.</summary>
    public static string Words(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Somebody with a browser: keeps cookies, follows nothing by itself, fills in the forms that are there.</summary>
public sealed class Client(ScreeningsApp app, string? cookie)
{
    readonly Dictionary<string, string> _cookies = cookie is null ? []
        : new()
        {
            [cookie[..cookie.IndexOf('=', StringComparison.Ordinal)]] =
            cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]
        };
    readonly HttpClient _http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    { BaseAddress = app.ClientOptions.BaseAddress };

    public string? Email { get; init; }
    public int UserId { get; init; }

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path,
        HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Forwarded-Proto", "https"); // as the proxy in front does it
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var message = await _http.SendAsync(request);
        if (message.Headers.TryGetValues("Set-Cookie", out var set)) foreach (var one in set) Keep(one);
        var bytes = await message.Content.ReadAsByteArrayAsync();
        return new Answer((int)message.StatusCode, System.Text.Encoding.UTF8.GetString(bytes), bytes, message);
    }

    /// <summary>Sends a target as it is, right or wrong, and keeps no cookie of the answer.</summary>
    public async Task<Answer> SendRawAsync(
        HttpMethod method, string target, HttpContent? content, IEnumerable<(string Name, string Value)> headers)
    {
        var address = new Uri(app.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority) + target,
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address) { Content = content };
        var given = headers.ToList();
        if (!given.Exists(h => h.Name == "X-Forwarded-Proto")) request.Headers.Add("X-Forwarded-Proto", "https");
        if (_cookies.Count > 0 && !given.Exists(h => h.Name == "Cookie"))
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        foreach (var (name, value) in given) request.Headers.TryAddWithoutValidation(name, value);
        var message = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
        var bytes = await message.Content.ReadAsByteArrayAsync();
        return new Answer((int)message.StatusCode, System.Text.Encoding.UTF8.GetString(bytes), bytes, message);
    }

    /// <summary>Opens a page and sends its form back with some fields changed, as if its (first or named) button were pressed.</summary>
    /// <param name="changes">Field names and what is typed; null leaves the field out, as an unticked box does.</param>
    public Task<Answer> FillAsync(string path, params (string Name, string? Value)[] changes) =>
        FillAsync(path, "main form[method=post]", null, changes);

    public async Task<Answer> FillAsync(string path, string form, string? button, params (string Name, string? Value)[] changes)
    {
        var page = await GetAsync(path);
        if (page.Status != 200) return page;
        return await SubmitAsync(page, path, form, button, changes);
    }

    /// <summary>Sends a form of a page that is already open: what another person did meanwhile is not in it.</summary>
    public async Task<Answer> SubmitAsync(Answer page, string path,
        string form = "main form[method=post]", string? button = null, params (string Name, string? Value)[] changes)
    {
        var element = (IHtmlFormElement)(page.Html.QuerySelectorAll(form)
            .FirstOrDefault(f => f.GetAttribute("action") != "/account/sign-out")
            ?? throw new InvalidOperationException($"{path} has no form '{form}'."));
        var fields = Fields(element).ToList();
        foreach (var (name, value) in changes)
        {
            var at = fields.FindIndex(f => f.Key == name);
            fields.RemoveAll(f => f.Key == name);
            if (value is not null) fields.Insert(at < 0 ? fields.Count : at, new(name, value));
        }
        if (button is not null) fields.Add(new(button, "true"));
        var action = element.GetAttribute("action") is { Length: > 0 } given ? given : path;
        return await SendAsync(HttpMethod.Post, action, new FormUrlEncodedContent(fields));
    }

    /// <summary>Opens a page and sends its form back with a file.</summary>
    public async Task<Answer> UploadAsync(string path, string field, byte[] file, string name = "picture.jpg")
    {
        var page = await GetAsync(path);
        if (page.Status != 200) return page;
        var form = (IHtmlFormElement)page.Html.QuerySelector("main form[enctype]")!;
        var content = new MultipartFormDataContent();
        foreach (var (key, value) in Fields(form).Where(f => f.Key != field)) content.Add(new StringContent(value), key);
        content.Add(new ByteArrayContent(file), field, name);
        return await SendAsync(HttpMethod.Post, path, content);
    }

    static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input
                    when input.Type is not ("submit" or "button") && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    foreach (var option in select.Options.Where(o => o.IsSelected)) yield return new(name, option.Value);
                    break;
            }
    }

    void Keep(string setCookie)
    {
        var pair = setCookie.Split(';')[0];
        var name = pair[..pair.IndexOf('=', StringComparison.Ordinal)];
        var value = pair[(name.Length + 1)..];
        if (value.Length == 0 || setCookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)) _cookies.Remove(name);
        else _cookies[name] = value;
    }

    /// <summary>The antiforgery token of a form that everybody can open, signed in or not.</summary>
    public async Task<string> FormTokenAsync()
    {
        foreach (var page in new[] { "/account/sign-out", "/account/sign-in" })
            if ((await GetAsync(page)).Html.QuerySelector("[name=__RequestVerificationToken]") is { } field)
                return field.GetAttribute("value")!;
        throw new InvalidOperationException("There is no form.");
    }
}
