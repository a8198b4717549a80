using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>A block with its children in it, before it is listed.</summary>
internal sealed class BlockNode(string id, int type, string member, JsonObject content)
{
    public string Id => id;

    public List<BlockNode> Children { get; } = [];

    public BlockNode With(params IEnumerable<BlockNode> children)
    {
        Children.AddRange(children);
        return this;
    }

    /// <summary>This block and all below it in pre-order; <c>children</c> is missing where there are none.</summary>
    public IEnumerable<JsonObject> List(string parent = "")
    {
        var block = new JsonObject { ["block_id"] = id, ["block_type"] = type, ["parent_id"] = parent };
        if (Children.Count > 0)
            block["children"] = new JsonArray([.. Children.Select(child => (JsonNode)child.Id)]);
        block[member] = content;
        return Children.SelectMany(child => child.List(id)).Prepend(block);
    }
}
