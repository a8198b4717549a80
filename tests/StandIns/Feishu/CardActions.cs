using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>The items of a batch update; all of them take effect or none.</summary>
internal static class CardActions
{
    public static void Apply(JsonObject card, JsonNode? action)
    {
        var name = Checks.String((action as JsonObject)?["action"]) ?? "";
        var parameters = (action as JsonObject)?["params"] as JsonObject ?? throw Bad("no params");
        switch (name)
        {
            case "partial_update_setting":
                Only(parameters, "settings");
                CardTree.Set(card, Object(parameters, "settings"));
                break;
            case "add_elements":
                Only(parameters, "type", "target_element_id", "elements");
                CardTree.Add(card, Text(parameters, "type"), Checks.String(parameters["target_element_id"]), List(parameters, "elements"));
                break;
            case "delete_elements":
                Only(parameters, "element_ids");
                foreach (var id in List(parameters, "element_ids")) CardTree.Delete(card, Checks.String(id) ?? throw Bad("element_ids"));
                break;
            case "partial_update_element":
                Only(parameters, "element_id", "partial_element");
                CardTree.Patch(card, Text(parameters, "element_id"), Object(parameters, "partial_element"));
                break;
            case "update_element":
                Only(parameters, "element_id", "element");
                CardTree.Replace(card, Text(parameters, "element_id"), Object(parameters, "element"));
                break;
            default:
                throw Bad($"unknown action '{name}'");
        }
    }

    private static void Only(JsonObject parameters, params string[] names)
    {
        if (parameters.Any(member => !names.Contains(member.Key))) throw Bad("unknown parameter");
    }

    private static string Text(JsonObject parameters, string name) => Checks.String(parameters[name]) ?? throw Bad(name);

    private static JsonObject Object(JsonObject parameters, string name) => parameters[name] as JsonObject ?? throw Bad(name);

    private static JsonArray List(JsonObject parameters, string name) => parameters[name] as JsonArray ?? throw Bad(name);

    private static Refusal Bad(string what) => new(10002, $"ErrMsg: bad action: {what}; ", isViolation: true);
}
