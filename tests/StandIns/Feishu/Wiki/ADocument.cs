using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>A document's blocks from lines: <c># heading</c> of up to six levels, <c>- item</c>, anything else a paragraph.</summary>
public static class ADocument
{
    public static JsonArray Of(string documentId, string title, string lines)
    {
        var blocks = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, at) => Block(documentId, line, at)).ToList();
        var page = new JsonObject
        {
            ["block_id"] = documentId,
            ["block_type"] = 1,
            ["parent_id"] = "",
            ["children"] = new JsonArray([.. blocks.Select(block => (JsonNode)(string)block["block_id"]!)]),
            ["page"] = Body(title),
        };
        return new JsonArray([page, .. blocks]);
    }

    private static JsonObject Block(string documentId, string line, int at)
    {
        var level = line.TakeWhile(character => character == '#').Count();
        var (type, member, text) = (level, line) switch
        {
            ( > 0 and <= 6, _) => (2 + level, $"heading{level}", line[level..]),
            (_, ['-', ' ', ..]) => (12, "bullet", line[1..]),
            _ => (2, "text", line),
        };
        return new JsonObject
        {
            ["block_id"] = $"doxcn{at:D4}{documentId[^8..]}",
            ["block_type"] = type,
            ["parent_id"] = documentId,
            [member] = Body(text.Trim()),
        };
    }

    private static JsonObject Body(string text) => new()
    {
        ["elements"] = new JsonArray(new JsonObject { ["text_run"] = new JsonObject { ["content"] = text, ["text_element_style"] = new JsonObject() } }),
        ["style"] = new JsonObject { ["align"] = 1 },
    };
}
