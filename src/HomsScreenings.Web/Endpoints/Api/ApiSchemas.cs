using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>Marks a text that is one of the names of an enumeration, as the API writes them.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class NamesOfAttribute(Type kind) : Attribute
{
    /// <summary>One that is told to nobody.</summary>
    public string? But { get; init; }

    public IEnumerable<string> Names => Enum.GetNames(kind).Where(name => name != But).Select(ApiWords.Name);
}

/// <summary>Says of the fields of answers what their types do not: which words there are, and what a text is of.</summary>
static class ApiSchemas
{
    static readonly string[] Dates = ["date", "programmeDate", "previousDate", "starts", "ends"], Addresses = ["url", "website", "next"];

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is not { } field)
        {
            if (context.JsonTypeInfo.Type == typeof(ProblemDetails)) AddProblems(schema);
        }
        else if (field.AttributeProvider?.GetCustomAttributes(typeof(NamesOfAttribute), inherit: false) is [NamesOfAttribute kind])
        {
            schema.Enum = [.. kind.Names.Select(name => (JsonNode)name!)];
            if (schema.Type?.HasFlag(JsonSchemaType.Null) == true) schema.Enum.Add(JsonNullSentinel.JsonNull);
        }
        else if (field.PropertyType == typeof(string)) schema.Format = FormatOf(field.Name);
        return Task.CompletedTask;
    }

    // As RFC 3339 and RFC 3986 have them; a time of the wall is neither.
    static string? FormatOf(string field) =>
        Dates.Contains(field) ? "date" : field.EndsWith("At", StringComparison.Ordinal) ? "date-time"
        : Addresses.Contains(field) || field.EndsWith("Url", StringComparison.Ordinal) ? "uri" : null;

    static void AddProblems(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        schema.Properties["problems"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = "A sentence for each thing that was not understood.",
        };
    }

    /// <summary>What the headers of the answers say, and that nothing has changed.</summary>
    public static void DescribeHeaders(OpenApiOperation operation, bool isList)
    {
        foreach (var (status, response) in operation.Responses ?? [])
            if (response is OpenApiResponse answer)
                answer.Headers = status switch
                {
                    "200" when isList => Headers(("ETag", ETag), ("Link", "The next part, as 'next' names it (RFC 8288).")),
                    "200" => Headers(("ETag", ETag)),
                    "301" => Headers(("Location", "Its present address.")),
                    _ => null,
                };
        operation.Responses?.Add("304", new OpenApiResponse { Description = "Nothing has changed since the answer with that ETag." });
    }

    const string ETag = "Changes when the answer does; to be sent back as If-None-Match.";

    static Dictionary<string, IOpenApiHeader> Headers(params (string Name, string Description)[] headers) =>
        headers.ToDictionary(h => h.Name, h => (IOpenApiHeader)new OpenApiHeader
        {
            Description = h.Description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        }, StringComparer.Ordinal);
}
