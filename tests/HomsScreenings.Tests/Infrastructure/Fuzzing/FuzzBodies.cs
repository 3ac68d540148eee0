using System.Globalization;
using System.Text;

namespace HomsScreenings.Tests.Infrastructure.Fuzzing;

/// <summary>What is sent to a route: its form or its message, whole or damaged, or something else altogether.</summary>
sealed class FuzzBodies(FuzzWorld world, Mutation mutation)
{
    const int MaxValueLength = 20_000;
    const string UrlEncoded = "application/x-www-form-urlencoded";
    const string Message = """
        {"device":"0123456789abcdef0123456789abcdef","registers":[{"booking":1,"people":1,"number":1,"clear":false}]}
        """;

    static readonly string[] ContentTypes =
    [
        UrlEncoded, $"{UrlEncoded}; charset=utf-16", $"{UrlEncoded}; charset=x",
        "application/json", "application/json; charset=utf-16",
        "multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=", "text/plain", "application/xml", "x",
        "", "application/json; charset=utf-7", "multipart/mixed; boundary=x", $"{UrlEncoded}, {UrlEncoded}",
    ];

    static readonly string[] Indices = ["[1]", "[99]", "[2147483647]", "[-1]", "[x]", "[]", "[0][0]", "[1e3]", "[٣]"];

    public (byte[] Body, string Type) Of(FuzzRoute route, FuzzForm? form, int who)
    {
        if (mutation.OneIn(12)) return (Encoding.UTF8.GetBytes(mutation.Value(Message)), mutation.Of(ContentTypes));
        if (route.IsJson) return (Json(), mutation.OneIn(6) ? mutation.Of(ContentTypes) : "application/json");
        var fields = FieldsOf(form, who);
        if (mutation.OneIn(10)) return Multipart(fields);
        var typed = string.Join('&', fields.Select(f =>
            $"{Uri.EscapeDataString(Sendable(f.Name))}={Uri.EscapeDataString(Sendable(f.Value))}"));
        if (mutation.OneIn(20)) typed += $"&{mutation.Escaped(mutation.Value("Input.Title"))}={mutation.Escaped(mutation.Value(""))}";
        return (Encoding.ASCII.GetBytes(typed), mutation.OneIn(20) ? mutation.Of(ContentTypes) : UrlEncoded);
    }

    // Much of what may go wrong lies behind all checks: most forms are whole but for one field or two.
    List<(string Name, string Value)> FieldsOf(FuzzForm? form, int who)
    {
        List<(string Name, string Value)> typed =
            [.. (form?.Fields ?? []).Select(f => (f.Name, Typed(f))).Where(f => !IsLeftOut(form!, f))];
        var damaged = mutation.Below(5) switch { 0 => 0, 1 or 2 => 1, 3 => 1 + mutation.Below(4), _ => typed.Count / 4 };
        for (var i = 0; i < damaged && typed.Count > 0; i++) Damage(typed, mutation.Below(typed.Count));
        if (form?.Buttons.Count > 0 && !mutation.OneIn(3)) typed.Add(mutation.Of(form.Buttons));
        if (mutation.OneIn(200)) typed.AddRange(Enumerable.Range(0, 1 << mutation.Below(13)).Select(i => ($"Input.Rows[{i}].Name", "x")));
        if (!mutation.OneIn(40)) typed.Add(("__RequestVerificationToken", world.FormTokenOf(mutation.OneIn(40) ? 0 : who)));
        return typed;
    }

    string Typed(FuzzField field) => field.Choices.Count > 0 && (field.Value.Length == 0 ? !mutation.OneIn(3) : mutation.OneIn(6))
        ? mutation.Of(field.Choices) : field.Value;

    static bool IsLeftOut(FuzzForm form, (string Name, string Value) typed) =>
        typed.Value.Length == 0 && form.Fields.First(f => f.Name == typed.Name) is { Value.Length: 0, Choices: ["true" or "on"] };

    void Damage(List<(string Name, string Value)> typed, int at)
    {
        var (name, value) = typed[at];
        switch (mutation.Below(12))
        {
            case 0: typed.RemoveAt(at); break;
            case 1: typed.Add((name, mutation.Value(value))); break;
            case 2: typed[at] = (name, typed[mutation.Below(typed.Count)].Value); break;
            case 3: typed[at] = (Renamed(name), value); break;
            default: typed[at] = (name, mutation.Value(value)); break;
        }
    }

    string Renamed(string name) => mutation.Below(4) switch
    {
        0 => mutation.Value(name),
        1 => name + mutation.Of(Indices),
        2 => name + mutation.Of([".Length", ".Id", ".Count", "[0].Id", ".GetType"]),
        _ => name.Replace("[0]", mutation.Of(Indices), StringComparison.Ordinal),
    };

    (byte[], string) Multipart(List<(string Name, string Value)> fields)
    {
        var parts = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            var file = mutation.OneIn(15) ? $"; filename=\"{mutation.Of(["a.json", "../../x", "a\0b", "", "حمص.json"])}\"" : "";
            parts.Append(CultureInfo.InvariantCulture, $"--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n");
            if (mutation.OneIn(15)) parts.Append(CultureInfo.InvariantCulture, $"Content-Type: {mutation.Of(ContentTypes)}\r\n");
            parts.Append(CultureInfo.InvariantCulture, $"\r\n{Sendable(value)}\r\n");
        }
        if (!mutation.OneIn(10)) parts.Append("--x--\r\n");
        return (Encoding.UTF8.GetBytes($"{parts}"), "multipart/form-data; boundary=x");
    }

    byte[] Json()
    {
        var value = mutation.Of(["1", "2", "0", "-1", "null", "\"x\"", "99999999999999999999", "2147483647", "[]", "{}", "1.5", "true",
            "\"\\ud800\"", "\"\\u0000\""]);
        var text = mutation.Below(6) switch
        {
            0 => Message.Replace(":1", $":{value}", StringComparison.Ordinal),
            1 => Message[..mutation.Below(Message.Length)],
            2 => Message.Replace("\"0123456789abcdef0123456789abcdef\"", value, StringComparison.Ordinal),
            3 => Message.Replace("}]", $$"""}{{Repeated(""",{"booking":2,"people":0,"number":3}""")}}]""", StringComparison.Ordinal),
            4 => Repeated(mutation.Of(["[", "{\"registers\":", "[{\"a\":"])),
            _ => Message,
        };
        return mutation.OneIn(8) ? Encoding.Unicode.GetBytes(text) : Encoding.UTF8.GetBytes(text);
    }

    string Repeated(string text) => string.Concat(Enumerable.Repeat(text, 1 << mutation.Below(14)));

    // Half a pair has no escape.
    static string Sendable(string text) => text.Length > MaxValueLength ? Sendable(text[..MaxValueLength])
        : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
