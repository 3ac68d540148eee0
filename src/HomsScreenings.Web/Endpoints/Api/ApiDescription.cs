using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using HomsScreenings.Web.Caching;
using HomsScreenings.Web.Site;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace HomsScreenings.Web.Endpoints.Api;

/// <summary>The API in the words of OpenAPI 3.1, made from what is there, at /openapi/v1.json.</summary>
static class ApiDescription
{
    const string About =
        "The programme of this site: films, people, venues, series, organisations, screenings and the journal. No key is needed and nothing can be changed. "
        + "Lists are read part by part: 'next' in the answer, and the Link header (RFC 8288), lead to the next. HEAD works wherever GET does. Answers carry an ETag; ask again with If-None-Match. "
        + "Errors are problem details (RFC 9457). Under /ar/api/v1 the words of the answers are Arabic, where there are any.";

    public static void AddApiDescription(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All); // Arabic as Arabic
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        builder.Services.AddOpenApi("v1", options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, context, _) =>
            {
                var services = context.ApplicationServices;
                document.Info = new OpenApiInfo
                {
                    Title = services.GetRequiredService<IOptions<SiteOptions>>().Value.Name,
                    Version = "1",
                    Description = About,
                    Contact = services.GetRequiredService<IOptions<SiteOptions>>().Value.ContactUri is { } contact
                        && Uri.TryCreate(contact, UriKind.Absolute, out var address) ? new OpenApiContact { Url = address } : null,
                };
                if (services.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http)
                    document.Servers = [new OpenApiServer { Url = services.GetRequiredService<SiteAddress>().Base(http.Request) }];
                // HEAD answers everywhere where GET does; said once, and not at each address.
                foreach (var path in document.Paths.Values) path.Operations?.Remove(HttpMethod.Head);
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer(ApiSchemas.Describe);
            options.AddOperationTransformer((operation, context, _) =>
            {
                var filters = context.Description.ActionDescriptor.EndpointMetadata.OfType<AcceptsFilters>().SingleOrDefault();
                ApiSchemas.DescribeHeaders(operation, isList: filters is not null);
                if (filters is not null) operation.Parameters = [.. filters.Parameters()];
                else foreach (var slug in operation.Parameters ?? []) slug.Description = "Its name in addresses, such as 'return-to-homs'.";
                return Task.CompletedTask;
            });
        });
        builder.Services.AddHttpContextAccessor();
    }

    public static void MapApiDescription(this WebApplication app) =>
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(CachePolicy.Feed(QueryReader.None)).Add(endpoint =>
        {
            var describe = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                ApiEndpoints.Open(context.Response.Headers);
                return describe(context);
            };
        });
}
