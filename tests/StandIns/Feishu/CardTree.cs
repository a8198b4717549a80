using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>Finds and changes elements of a card by their id, wherever they are nested.</summary>
internal static class CardTree
{
    public static bool IsStreaming(JsonObject card) =>
        (card["config"] as JsonObject)?["streaming_mode"] is JsonValue value && value.TryGetValue<bool>(out var isOn) && isOn;

    public static JsonObject? Find(JsonNode card, string elementId) =>
        Objects(card).FirstOrDefault(node => Checks.String(node["element_id"]) == elementId);

    /// <summary>All objects of the card in reading order.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    public static void Add(JsonObject card, string type, string? target, JsonArray elements)
    {
        var (list, index) = Place(card, type, target);
        foreach (var element in elements) list.Insert(index++, element?.DeepClone());
    }

    public static void Delete(JsonObject card, string elementId)
    {
        if (Find(card, elementId) is not { Parent: JsonArray list } element) throw new Refusal(300314, $"ErrMsg: no element '{elementId}'; ");
        list.Remove(element);
    }

    public static void Patch(JsonObject card, string elementId, JsonObject partial)
    {
        var element = Find(card, elementId) ?? throw new Refusal(300313, $"ErrMsg: no element '{elementId}'; ");
        if (partial.ContainsKey("tag") && Checks.String(partial["tag"]) != Checks.String(element["tag"]))
            throw new Refusal(300312, "ErrMsg: tag cannot change; ", isViolation: true);
        foreach (var (name, value) in partial) element[name] = value?.DeepClone();
    }

    public static void Replace(JsonObject card, string elementId, JsonObject element)
    {
        var old = Find(card, elementId) ?? throw new Refusal(300313, $"ErrMsg: no element '{elementId}'; ");
        old.ReplaceWith(element.DeepClone());
    }

    /// <summary>Only config and card_link can be set; one level of config is merged, deeper values are replaced.</summary>
    public static void Set(JsonObject card, JsonObject settings)
    {
        foreach (var (name, value) in settings)
        {
            if (name is not ("config" or "card_link") || value is not JsonObject members)
                throw new Refusal(300122, $"ErrMsg: '{name}' is not a setting; ", isViolation: true);
            if (card[name] is not JsonObject current) card[name] = current = [];
            foreach (var (key, item) in members) current[key] = item?.DeepClone();
        }
    }

    private static (JsonArray List, int Index) Place(JsonObject card, string type, string? target)
    {
        var element = target is null ? null : Find(card, target) ?? throw new Refusal(300315, $"ErrMsg: no element '{target}'; ");
        return (type, element) switch
        {
            ("append", null) => End(Body(card)),
            ("append", not null) => End(element),
            ("insert_before", { Parent: JsonArray list }) => (list, list.IndexOf(element)),
            ("insert_after", { Parent: JsonArray list }) => (list, list.IndexOf(element) + 1),
            _ => throw new Refusal(300315, $"ErrMsg: cannot {type}; ", isViolation: true),
        };
    }

    private static (JsonArray List, int Index) End(JsonObject container)
    {
        if (container["elements"] is not JsonArray list) container["elements"] = list = [];
        return (list, list.Count);
    }

    private static JsonObject Body(JsonObject card)
    {
        if (card["body"] is not JsonObject body) card["body"] = body = [];
        return body;
    }
}
