using System.Text.Json.Nodes;
using HomsScreenings.Model;
using HomsScreenings.Programme;
using Microsoft.OpenApi;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>Marks a list that takes filters, and describes each of them.</summary>
sealed class AcceptsFilters
{
    readonly Func<IEnumerable<IOpenApiParameter>> _filters;

    AcceptsFilters(Func<IEnumerable<IOpenApiParameter>> filters) => _filters = filters;

    public static AcceptsFilters OfProgramme { get; } = new(Programme);

    public static AcceptsFilters OfJournal { get; } = new(Journal);

    /// <summary>The parameters, in the order in which the pages have them.</summary>
    public IEnumerable<IOpenApiParameter> Parameters() =>
    [
        .. _filters(),
        One("limit", $"How many at most; {ApiListQuery.DefaultLimit} where it is not given.", Number(1, ApiListQuery.MaxLimit), "50"),
        One("cursor", "From where on: as it stands in 'next'. It has no meaning but that.", Text(), null),
    ];

    static IEnumerable<IOpenApiParameter> Journal()
    {
        yield return One("q", "Words of the title, the text, the author, the tags, and of what it is about.", Text(), "chorus");
        yield return Parameter("kind", "Any of them.", Names(Enum.GetValues<EntryKind>().Select(ApiWords.Name)), "review", explode: true);
        yield return Many("film", "Slug of a film that it is about. Several: any of them.", "return-to-homs");
        yield return Many("author", "Slug of a person who wrote it.", "talal-derki");
        yield return Many("organisation", "Slug of the organisation that publishes it.", "amnesty-international-uk");
        yield return Many("year", "When it first appeared: a year, or a decade.", "2010s");
        yield return Many("language", "In which it can be read, BCP 47.", "ar");
        yield return Many("tag", "Accents and case aside.", "Syria");
    }

    static IEnumerable<IOpenApiParameter> Programme()
    {
        yield return One("q", "Words of the title, the town, the venue, the series, the people.", Text(), "derki");
        yield return Many("film", "Slug of a film; a former one works too. Several: any of them.", "return-to-homs");
        yield return Many("series", "Slug of a series.", "uk-tour-2014");
        yield return Many("venue", "Slug of a venue.", "ica");
        yield return Many("organisation", "Slug of an organisation that presents it or is a partner of its series.",
            "amnesty-international-uk");
        yield return Many("city", "Name of a city, accents and case aside.", "London");
        yield return Many("country", "ISO 3166-1 alpha-2.", "GB");
        yield return One("from", "First day of the programme at the place, inclusive; includes what is over.", Date(), "2026-06-01");
        yield return One("to", "Last day, inclusive.", Date(), "2026-06-30");
        yield return One("on", "Days by name, as they are at the place: today, tomorrow, weekend (Friday to Sunday), next-week.", Text(),
            "weekend");
        yield return One("past", "Includes what is over.", new OpenApiSchema { Type = JsonSchemaType.Boolean }, "true");
        yield return One("free", "Only what costs nothing.", new OpenApiSchema { Type = JsonSchemaType.Boolean }, "true");
        yield return Parameter("access", "Provisions that must all be there.",
            Names(Enum.GetValues<AccessNeed>().Select(ScreeningFilter.Name)), "step-free", explode: true);
        yield return Many("language", "Heard or read, BCP 47.", "ar");
        yield return One("near",
            "A town, with its country where there are several ('Portland, US'), or degrees north and east; with 'within' around it.",
            Text(), "51.5,-0.13");
        yield return One("within", $"Kilometres around 'near'; {ScreeningFilter.DefaultKm} where it is not given.",
            Number(1, ScreeningFilter.MaxKm), "30");
    }

    static OpenApiParameter One(string name, string description, OpenApiSchema schema, string? example) =>
        Parameter(name, description, schema, example, explode: false);

    static OpenApiParameter Many(string name, string description, string example) =>
        Parameter(name, description, List(Text()), example, explode: true);

    static OpenApiParameter Parameter(string name, string description, OpenApiSchema schema, string? example, bool explode) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = example is null ? description : $"{description} Such as '{example}'.",
        Schema = schema,
        Style = ParameterStyle.Form,
        Explode = explode,
    };

    static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    static OpenApiSchema Date() => new() { Type = JsonSchemaType.String, Format = "date" };

    static OpenApiSchema List(OpenApiSchema of) => new() { Type = JsonSchemaType.Array, Items = of };

    static OpenApiSchema Names(IEnumerable<string> names) =>
        List(new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. names.Select(name => (JsonNode)name!)] });

    static OpenApiSchema Number(int least, int most) => new() { Type = JsonSchemaType.Integer, Minimum = $"{least}", Maximum = $"{most}" };
}
