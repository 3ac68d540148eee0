using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace HomsScreenings.Import;

/// <summary>Writes a programme file: the same programme, the same bytes. What is not known is left out.</summary>
public static class ProgrammeWriter
{
    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // Arabic stays readable. What this does not escape matters only inside HTML, and a file is not inside HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new PatternConverter<LocalDate>(LocalDatePattern.Iso),
            new PatternConverter<LocalTime>(LocalTimePattern.CreateWithInvariantCulture("HH:mm")),
            new PatternConverter<Instant>(InstantPattern.ExtendedIso),
            new MoneyConverter(),
        },
    };

    public static byte[] Write(ProgrammeFile programme) => [.. JsonSerializer.SerializeToUtf8Bytes(programme, Options), (byte)'\n'];

    static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var list in type.Properties.Where(
            p => p.PropertyType != typeof(string) && p.PropertyType.IsAssignableTo(typeof(IEnumerable))))
            list.ShouldSerialize = (_, value) => value is IEnumerable items && items.Cast<object>().Any();
    }

    sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Programme files are read by ProgrammeReader, which names every problem.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(pattern.Format(value));
    }

    // One database gives 4 back as 4.0, another as 4.00.
    sealed class MoneyConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Programme files are read by ProgrammeReader, which names every problem.");

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.###", CultureInfo.InvariantCulture));
    }
}
