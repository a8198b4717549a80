using System.Text.Json;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>What an add-on's own JSON says of it, as far as one can guess.</summary>
internal static class AddOnRecord
{
    public static (string? Title, string? Url) Read(string? record)
    {
        if (string.IsNullOrWhiteSpace(record))
            return default;
        try
        {
            using var json = JsonDocument.Parse(record);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object ? (Text(root, "title"), Text(root, "url")) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
