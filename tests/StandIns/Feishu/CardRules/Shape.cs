using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>An object with a closed set of properties; an exclamation mark behind a name makes it a required one.</summary>
internal sealed class Shape
{
    private readonly Dictionary<string, Check> properties = [];
    private readonly List<string> required = [];

    public Shape(params (string Name, Check Check)[] members)
    {
        foreach (var (name, check) in members)
        {
            properties.Add(name.TrimEnd('!'), check);
            if (name.EndsWith('!')) required.Add(name.TrimEnd('!'));
        }
    }

    public Shape With(params (string Name, Check Check)[] more)
    {
        var members = properties.Select(pair => (required.Contains(pair.Key) ? pair.Key + "!" : pair.Key, pair.Value));
        return new Shape([.. members, .. more]);
    }

    public void Check(CardWalk walk, JsonNode? node, string path)
    {
        if (node is not JsonObject members)
        {
            walk.Report(CardProblemKind.WrongValue, path, "expected an object");
            return;
        }

        if (members.ContainsKey("tag")) walk.CountElement();
        foreach (var name in required.Where(name => !members.ContainsKey(name)))
            walk.Report(CardProblemKind.MissingProperty, path, name);
        foreach (var (name, value) in members) CheckMember(walk, name, value, $"{path}.{name}");
    }

    private void CheckMember(CardWalk walk, string name, JsonNode? value, string path)
    {
        if (properties.TryGetValue(name, out var check)) check(walk, value, path);
        else walk.Report(CardProblemKind.UnknownProperty, path, "the platform does not know this property");
    }
}
