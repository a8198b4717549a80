using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Gaps;

/// <param name="Total">Of all that wait; the list may hold fewer.</param>
/// <param name="Outdated">Official answers that are still given although a source of theirs has changed.</param>
internal sealed record GapList(IReadOnlyList<GapView> Gaps, int Total, IReadOnlyList<OutdatedAnswer> Outdated);

internal sealed record OutdatedAnswer(string Id, string Question);

/// <param name="Wordings">Other wordings that were counted with it.</param>
/// <param name="Kinds">Why it is here, and how often.</param>
/// <param name="Reasons">What people did not like about the answers they got.</param>
internal sealed record GapView(
    string Id, string Question, IReadOnlyList<string> Wordings, int Count, GapKinds Kinds, IReadOnlyList<string> Reasons, DateTimeOffset FirstAsked,
    DateTimeOffset LastAsked, IReadOnlyList<NearDocument> Nearest)
{
    public static GapView Of(Gap gap, IReadOnlyList<NearDocument> nearest) => new(
        gap.Id, gap.Question, gap.Wordings, gap.Count,
        new(gap.Kinds.GetValueOrDefault(GapKind.NotFound), gap.Kinds.GetValueOrDefault(GapKind.Unsure), gap.Kinds.GetValueOrDefault(GapKind.Disliked)),
        gap.Reasons, gap.FirstAsked, gap.LastAsked, nearest);
}

internal sealed record GapKinds(int NotFound, int Unsure, int Disliked);

/// <param name="Answer">The id of the official answer.</param>
internal sealed record GapAnswered(string Answer);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GapList))]
[JsonSerializable(typeof(GapAnswered))]
internal sealed partial class GapWire : JsonSerializerContext
{
    /// <summary>Chinese stays readable; only what HTML could misread is escaped.</summary>
    public static readonly GapWire Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}

/// <summary>The refusals that only gaps get.</summary>
internal static class GapProblems
{
    public static readonly ApiProblem NotFound = new(404,
        new("没有这个问题", "There is no such question"),
        new("它不存在、已过期，或提问的人撤回了它。", "It does not exist, has expired, or was taken back."));

    public static readonly ApiProblem TooLate = new(409,
        new("这个问题已经处理过了", "This question was dealt with already"),
        new("它已被回答、合并或忽略。要修改答案，请用 PUT /api/knowledge/answers/{id}。",
            "It was answered, merged or dismissed. An answer is changed with PUT /api/knowledge/answers/{id}."));

    public static readonly ApiProblem MediaType = new(415,
        new("不支持的内容类型", "Unsupported content type"),
        new("请发送 UTF-8 的 application/json。", "Send application/json, in UTF-8."));

    public static readonly ApiProblem TooLarge = new(413,
        new("正文太大", "The body is too large"),
        new("只需要一个字段：into。", "One field is all that is needed: into."));

    public static readonly ApiProblem NoChat = new(409,
        new("没有编辑群", "There is no editors' chat"),
        new("请把 Gaps:Chat 设为编辑者所在群的 chat_id（oc_ 开头），并配置飞书应用，然后重启。", "Set Gaps:Chat to the chat_id (oc_…) of the editors' group, and the Feishu app, and start again."));
}
