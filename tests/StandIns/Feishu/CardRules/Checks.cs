using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>Looks at one value of a card and reports what the platform would not take.</summary>
internal delegate void Check(CardWalk walk, JsonNode? node, string path);

/// <summary>The checks that the tables of <see cref="CardSchema"/> are written with.</summary>
internal static class Checks
{
    public static readonly Check Text = Value<string>("a string", _ => true);
    public static readonly Check Flag = Value<bool>("true or false", _ => true);
    public static readonly Check AnyObject = (walk, node, path) =>
        Expect(walk, node is JsonObject, path, "an object", node);

    /// <summary>A text in several languages, by the names the platform has for them.</summary>
    public static readonly Check Translations = (walk, node, path) =>
    {
        MapOf(Text)(walk, node, path);
        foreach (var name in (node as JsonObject ?? []).Select(member => member.Key).Where(name => !IsLocale(name)))
            walk.Report(CardProblemKind.UnknownProperty, $"{path}.{name}", "not a language of the platform");
    };

    public static readonly Check Url = Value<string>("an http or https address", IsWebAddress, CardProblemKind.BadLink);
    public static readonly Check OptionalUrl = Value<string>(
        "an http or https address", text => text.Length == 0 || IsWebAddress(text), CardProblemKind.BadLink);

    public static Check OneOf(params string[] words) => Value<string>($"one of {string.Join(", ", words)}", words.Contains);

    public static Check Whole(int from, int to) => Value<int>($"{from} to {to}", number => number >= from && number <= to);

    public static Check MaxText(int length) => Value<string>($"at most {length} characters", text => text.Length <= length);

    public static Check Either(params Check[] checks) => (walk, node, path) =>
    {
        if (!checks.Any(check => Passes(check, node, path))) checks[^1](walk, node, path);
    };

    /// <summary>One, two or four lengths such as "8px 12px"; spacing words are checked beside it.</summary>
    public static Check Pixels(int from, int to, int parts = 1) =>
        Value<string>($"{from}px to {to}px", text =>
            text.Split(' ') is var lengths && (lengths.Length == 1 || lengths.Length <= parts && lengths.Length != 3)
            && lengths.All(length => IsPixels(length, from, to)));

    public static Check ListOf(Check item, int max = int.MaxValue) => (walk, node, path) =>
    {
        if (node is not JsonArray array || array.Count > max)
        {
            Expect(walk, false, path, max == int.MaxValue ? "a list" : $"a list of at most {max}", node);
            return;
        }

        for (var index = 0; index < array.Count; index++) item(walk, array[index], $"{path}[{index}]");
    };

    public static Check MapOf(Check value, params string[] required) => (walk, node, path) =>
    {
        if (node is not JsonObject map)
        {
            Expect(walk, false, path, "an object", node);
            return;
        }

        foreach (var (name, item) in map) value(walk, item, $"{path}.{name}");
        foreach (var name in required.Where(name => !map.ContainsKey(name)))
            walk.Report(CardProblemKind.MissingProperty, path, name);
    };

    public static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    public static string? String(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static Check Value<T>(string expected, Func<T, bool> isRight, CardProblemKind kind = CardProblemKind.WrongValue) =>
        (walk, node, path) =>
            Expect(walk, node is JsonValue value && value.TryGetValue<T>(out var given) && isRight(given), path, expected, node, kind);

    private static void Expect(
        CardWalk walk, bool isRight, string path, string expected, JsonNode? node, CardProblemKind kind = CardProblemKind.WrongValue)
    {
        if (!isRight) walk.Report(kind, path, $"expected {expected}, found {node?.ToCompactJson() ?? "null"}");
    }

    private static bool Passes(Check check, JsonNode? node, string path)
    {
        var trial = new CardWalk();
        check(trial, node, path);
        return trial.Problems.Count == 0;
    }

    private static bool IsLocale(string name) => name is "zh_cn" or "en_us" or "ja_jp" or "zh_hk" or "zh_tw";

    private static bool IsPixels(string text, int from, int to) =>
        text.EndsWith("px", StringComparison.Ordinal)
        && int.TryParse(text.AsSpan(0, text.Length - 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var pixels)
        && pixels >= from && pixels <= to;
}
