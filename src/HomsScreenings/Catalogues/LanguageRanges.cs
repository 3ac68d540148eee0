namespace HomsScreenings.Catalogues;

static class LanguageRanges
{
    /// <summary>These languages and all that they belong to: 'zh-Hant' is Chinese too (RFC 4647, 3.3.1).</summary>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<string> tags) => tags.All(tag => !tag.Contains('-')) ? [.. tags]
        : [.. tags.SelectMany(tag => tag.Select((c, i) => c == '-' ? i : -1).Where(i => i > 0).Append(tag.Length).Select(end => tag[..end]))
            .Distinct(StringComparer.Ordinal)];
}
