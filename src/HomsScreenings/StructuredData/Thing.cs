using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace HomsScreenings.StructuredData;

/// <summary>
/// Things in the vocabulary of schema.org, written as JSON-LD 1.1. What is not known is left out: <see cref="With"/>
/// passes over what is null or empty, so that nothing is claimed that nobody said.
/// </summary>
public static class Thing
{
    // Arabic stays Arabic; '<', '>' and '&' are escaped, so that no text can end the element that it stands in.
    static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static JsonObject Of(string type, string? id = null) => new JsonObject { ["@type"] = type }.With("@id", id);

    /// <summary>Something in a language of its own (JSON-LD 1.1, 4.2.4).</summary>
    public static JsonNode? In(string? language, string? text) =>
        text is null ? null : language is null ? text : new JsonObject { ["@value"] = text, ["@language"] = language };

    extension(JsonObject thing)
    {
        public JsonObject With(string name, JsonNode? value)
        {
            if (value is not null and not JsonArray { Count: 0 }) thing[name] = value;
            return thing;
        }

        /// <summary>One value as itself, several as a list.</summary>
        public JsonObject With(string name, IEnumerable<JsonNode?> values)
        {
            var known = values.Where(v => v is not null).ToArray();
            return thing.With(name, known.Length == 1 ? known[0] : new JsonArray(known));
        }

        public JsonObject With(string name, IEnumerable<string> values) => thing.With(name, values.Select(v => (JsonNode?)v));
    }

    /// <summary>One of the things that a page tells, as a document of its own: some readers pass over lists of things.</summary>
    public static string Document(JsonObject thing)
    {
        thing.Insert(0, "@context", "https://schema.org");
        return thing.ToJsonString(Options);
    }
}
