namespace HomsScreenings.Web.Accounts;

/// <summary>The fields of a form that was kept, as they are shown to whoever typed them.</summary>
public static class KeptWords
{
    /// <summary>What a person typed, and not what the form carries along.</summary>
    public static bool IsWorthShowing(KeyValuePair<string, string> field) => field.Value.Length > 0
        && field.Value is not ("true" or "false") && !field.Key.EndsWith("Version", StringComparison.Ordinal)
        && !field.Key.EndsWith("Id", StringComparison.Ordinal);

    /// <summary>'Input.Translations[0].Synopsis' → 'Synopsis'.</summary>
    public static string NameOf(string field) => field[(field.LastIndexOf('.') + 1)..];
}
