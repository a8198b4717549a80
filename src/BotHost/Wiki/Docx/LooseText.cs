using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>A text that some documents have as a number.</summary>
internal sealed class LooseText : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.ValueKind switch
        {
            JsonValueKind.String => value.RootElement.GetString(),
            JsonValueKind.Number => value.RootElement.GetRawText(),
            _ => null,
        };
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
