using System.Globalization;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>How things are written, and cut into pages.</summary>
public sealed partial class WikiDesk
{
    private static void PageSize(Call call, int most)
    {
        if (!int.TryParse(call.QueryValue("page_size"), CultureInfo.InvariantCulture, out var size) || size < 1 || size > most)
            throw Refusal.BadRequest($"'page_size' is not 1 to {most}");
    }

    /// <summary>Between two pages stands an empty one, as where the app may not see what is on it.</summary>
    private static JsonObject Page(Call call, List<JsonObject> items, int size, string name, bool mayBeEmpty = true)
    {
        var (from, isEmpty) = (call.QueryValue("page_token") ?? "p0") switch
        {
            ['p', .. var at] => (int.Parse(at, CultureInfo.InvariantCulture), false),
            ['e', .. var at] => (int.Parse(at, CultureInfo.InvariantCulture), true),
            _ => throw Refusal.BadRequest("unknown 'page_token'"),
        };
        var page = isEmpty ? [] : items.Skip(from).Take(size).ToList();
        var next = isEmpty ? from : from + size;
        var hasMore = next < items.Count;
        return new JsonObject
        {
            [name] = new JsonArray([.. page]),
            ["has_more"] = hasMore,
            ["page_token"] = hasMore ? $"{(isEmpty || !mayBeEmpty ? 'p' : 'e')}{next}" : "",
        };
    }

    private static JsonObject Describe(WikiSpace space) => new()
    {
        ["name"] = space.Name,
        ["description"] = "",
        ["space_id"] = space.Id,
        ["space_type"] = "team",
        ["visibility"] = space.IsPublic ? "public" : "private",
        ["open_sharing"] = "closed",
    };

    private static JsonObject Describe(WikiNode node) => new()
    {
        ["space_id"] = node.Space.Id,
        ["node_token"] = node.Token,
        ["obj_token"] = node.Document.Token,
        ["obj_type"] = node.Document.Type,
        ["parent_node_token"] = node.Parent?.Token ?? "",
        ["node_type"] = node.Original is null ? "origin" : "shortcut",
        ["origin_node_token"] = node.Original?.Token ?? "",
        ["origin_space_id"] = node.Original?.Space.Id ?? "",
        ["has_child"] = node.Space.Nodes.Any(other => other.Parent == node),
        ["title"] = node.Document.Title,
        ["obj_create_time"] = "1760000000",
        ["obj_edit_time"] = Seconds(node.Document),
        ["node_create_time"] = "1760000000",
        ["creator"] = node.Document.Owner,
        ["owner"] = node.Document.Owner,
        ["node_creator"] = node.Document.Owner,
    };

    private JsonObject DescribeMeta(WikiDocument document, bool withUrl) => new()
    {
        ["doc_token"] = document.Token,
        ["doc_type"] = document.Type,
        ["title"] = document.Title,
        ["owner_id"] = document.Owner,
        ["create_time"] = "1760000000",
        ["latest_modify_user"] = document.Owner,
        ["latest_modify_time"] = Seconds(document),
        ["url"] = withUrl ? $"{Host}/docx/{document.Token}" : "",
        ["sec_label_name"] = "",
    };

    private static string Seconds(WikiDocument document) => document.EditedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
