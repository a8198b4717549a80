using System.Text.Json;

namespace Wenlu.BotHost.Wiki;

/// <summary>A cell as the platform gives it: a text, a number, nothing, or a text in pieces with links and mentions.</summary>
internal static class SheetCell
{
    public static string TextOf(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.String => cell.GetString() ?? "",
        JsonValueKind.Number => cell.GetRawText(),
        JsonValueKind.True => "TRUE",
        JsonValueKind.False => "FALSE",
        JsonValueKind.Array => string.Concat(cell.EnumerateArray().Select(TextOf)),
        JsonValueKind.Object => cell.TryGetProperty("text", out var text) ? TextOf(text) : "",
        _ => "",
    };
}
