using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HomsScreenings.Tests.Browser;

/// <summary>axe-core, the field's checker of accessibility, on the page as it stands.</summary>
static class Axe
{
    static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Finds nothing, neither in the light nor in the dark: between the two only what has to do with colours is asked again.
    /// </summary>
    public static async Task FindsNothingAsync(IPage page, string what)
    {
        await page.EvaluateAsync(Script);
        await In(ColorScheme.Light, "null");
        await In(ColorScheme.Dark, "['color-contrast', 'link-in-text-block']");

        async Task In(ColorScheme colours, string rules)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            var found = await page.EvaluateAsync<string>($$"""
                async () => (await axe.run({ resultTypes: ['violations'], runOnly: {{rules}} ?? undefined })).violations
                  .map(rule => `${rule.id}: ${rule.nodes[0].html} ${rule.nodes[0].any[0]?.message ?? ''}`).join('; ')
                """);
            Assert.Equal((what, colours, ""), (what, colours, found));
        }
    }
}
