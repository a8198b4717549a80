using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Wenlu.BotHost.Knowledge;

/// <summary>The YAML above a Markdown text, between two lines of three dashes, read as a JSON object so that both formats share their rules.</summary>
/// <param name="Fields">An object of strings, arrays and objects; YAML's own ideas of numbers, dates and booleans stay text.</param>
/// <param name="Lines">The line of each field, counted from 1 in the whole text.</param>
/// <param name="Markdown">What follows.</param>
internal sealed record FrontMatter(JsonElement Fields, IReadOnlyDictionary<string, int> Lines, string Markdown)
{
    private const int MaxLength = 65_536;
    private const string Fence = "---";

    /// <summary>Throws <see cref="FrontMatterException"/> when the text opens front matter that cannot be read.</summary>
    public static FrontMatter Split(string text)
    {
        if (!OpensWithFence(text))
            return new(JsonElement.Parse("{}"), new Dictionary<string, int>(), text);
        var (yaml, markdown) = Cut(text);
        var root = Parse(yaml);
        var lines = root.Children.Keys.ToDictionary(key => key.ToString(), key => (int)key.Start.Line + 1);
        return new(JsonSerializer.SerializeToElement(ToJson(root)), lines, markdown);
    }

    private static bool OpensWithFence(string text) =>
        text.StartsWith(Fence + "\n", StringComparison.Ordinal) || text.StartsWith(Fence + "\r\n", StringComparison.Ordinal);

    private static (string Yaml, string Markdown) Cut(string text)
    {
        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        for (var line = start; line < text.Length && line - start <= MaxLength; line = NextLine(text, line))
            if (text.AsSpan(line, NextLine(text, line) - line).TrimEnd() is Fence or "...")
                return (text[start..line], text[NextLine(text, line)..]);
        throw new FrontMatterException(1, new(
            "以 --- 开头的前置元数据没有以 --- 结束。", "The front matter that starts here is not closed by a line of three dashes."));
    }

    private static int NextLine(string text, int from) => text.IndexOf('\n', from) is >= 0 and var end ? end + 1 : text.Length;

    private static YamlMappingNode Parse(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            throw new FrontMatterException((int)exception.Start.Line + 1, new("前置元数据不是有效的 YAML。", "The front matter is not valid YAML."));
        }
        return stream.Documents switch
        {
            [] => new YamlMappingNode(),
            [{ RootNode: YamlMappingNode root }] => root,
            _ => throw new FrontMatterException(2, new(
                "前置元数据应为“键: 值”的列表。", "The front matter must be a list of 'key: value' lines.")),
        };
    }

    private static JsonNode? ToJson(YamlNode node, int depth = 0) => node switch
    {
        _ when depth > 4 => throw new FrontMatterException((int)node.Start.Line + 1, new(
            "前置元数据嵌套过深。", "The front matter is nested too deeply.")),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } => null,
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(child => ToJson(child, depth + 1))]),
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(
            child => KeyValuePair.Create(child.Key.ToString(), ToJson(child.Value, depth + 1)))),
        _ => null,
    };
}

/// <summary>Front matter that cannot be read, and where.</summary>
internal sealed class FrontMatterException(int line, Bilingual sentence) : Exception(sentence.English)
{
    public int Line => line;

    public Bilingual Sentence => sentence;
}
