using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.BotHost.Desk;

/// <summary>Several things in one field of a form.</summary>
internal static class FormList
{
    private static readonly char[] Commas = [',', '，', '\n', '\r'];

    public static string[] ByComma(string text) => text.Split(Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string[] ByLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static JsonArray ToJson(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);

    public static JsonElement ToElement(JsonObject fields) => JsonSerializer.SerializeToElement((JsonNode)fields);

    /// <summary>Browsers send every line break as two characters.</summary>
    public static string Text(IFormCollection form, string field) => form[field].ToString().ReplaceLineEndings("\n");
}
