using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.BotHost.Desk.Writing;

/// <summary>A question and its answer as an editor has typed them: a form that comes back has lost nothing.</summary>
/// <param name="Sources">One on each line.</param>
/// <param name="Tags">Between commas.</param>
public sealed record TypedAnswer(string Question, string Markdown, string Sources, string Tags)
{
    private static readonly char[] Commas = [',', '，', '、'];

    /// <summary>Who is to read it, one of <see cref="AnswerReaders"/>; empty where there is no choice.</summary>
    public string Readers { get; init; } = string.Empty;

    /// <summary>The page goes on saying that a model wrote it.</summary>
    public bool IsByModel { get; init; }

    /// <summary>What stood there when the editor began; 0 for something new.</summary>
    public long Revision { get; init; }

    public IReadOnlyList<string> SourceList => [.. FormList.ByLine(Sources).Distinct()];

    internal static TypedAnswer Of(IFormCollection form) => new(FormList.Text(form, "question").Trim(), FormList.Text(form, "answer"), FormList.Text(form, "sources"), FormList.Text(form, "tags"))
    {
        Readers = FormList.Text(form, "readers"),
        IsByModel = form["by-model"].Count > 0,
        Revision = long.TryParse(form["revision"], out var revision) ? revision : 0,
    };

    /// <summary>With another source at the end, if it is not there already.</summary>
    internal TypedAnswer Citing(string source) => SourceList.Contains(source) ? this : this with { Sources = string.Join('\n', SourceList.Append(source)) };

    /// <summary>As the API would be told of it, so that it is read by the same rules.</summary>
    internal byte[] ToPublication() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["question"] = Question,
        ["answer"] = Markdown,
        ["sources"] = FormList.ToJson(SourceList),
        ["tags"] = FormList.ToJson(Tags.Split(Commas, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()),
    }.ToJsonString());

    /// <inheritdoc cref="ToPublication"/>
    internal JsonElement ToOfficialAnswer() => JsonElement.Parse(new JsonObject
    {
        ["question"] = Question,
        ["answer"] = Markdown,
        ["sources"] = FormList.ToJson(SourceList),
    }.ToJsonString());
}

/// <summary>Who is to read an answer that an editor writes.</summary>
internal static class AnswerReaders
{
    public const string Tenant = "tenant";
    public const string Everyone = "everyone";

    /// <summary>Everyone, and on the site as a page of its own.</summary>
    public const string Site = "site";
}
