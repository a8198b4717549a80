using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Site;

/// <summary>Only describes the body: its fields are read one by one, so that every error has its name.</summary>
internal sealed record AskRequest([property: Description("What to answer, 1 to 4,000 characters.")] string Question)
{
    [Description("From an earlier answer, to ask a follow-up; absent for a new conversation.")]
    public string? ConversationId { get; init; }
}

internal sealed record AskResponse(
    [property: JsonConverter(typeof(OutcomeNames))] Outcome Outcome,
    string Answer,
    IReadOnlyList<Reference> References,
    IReadOnlyList<RelatedQuestion> Related,
    string ConversationId)
{
    [Description("Who answered and when, when it was an editor and no model; absent otherwise.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Official? Official { get; init; }

    public static AskResponse Of(Answer answer, string conversationId) =>
        new(answer.Outcome, answer.Markdown, answer.References, answer.Related, conversationId) { Official = answer.Official };
}

internal sealed class OutcomeNames() : JsonStringEnumConverter<Outcome>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

internal sealed record AskStatus(string Status, string Text);

internal sealed record AskDelta(string Text);

/// <summary>What the ask page's own stream sends: rendered on the server, so that there is one renderer.</summary>
internal sealed record PageBegun(string ConversationId);

internal sealed record PageFound(string Text, string Html);

/// <param name="Html">Everything written so far.</param>
/// <param name="Cited">The numbers of the passages it cites, in the order of its own.</param>
internal sealed record PageDraft(string Html, IReadOnlyList<int> Cited);

/// <param name="State">The outcome.</param>
/// <param name="Rest">References and related questions.</param>
/// <inheritdoc cref="PageDraft"/>
internal sealed record PageDone(string State, string Text, string Html, string Rest, IReadOnlyList<int> Cited);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AskResponse))]
[JsonSerializable(typeof(AskStatus))]
[JsonSerializable(typeof(AskDelta))]
[JsonSerializable(typeof(PageBegun))]
[JsonSerializable(typeof(PageFound))]
[JsonSerializable(typeof(PageDraft))]
[JsonSerializable(typeof(PageDone))]
internal sealed partial class AskJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable; only what HTML could misread is escaped.</summary>
    public static readonly AskJson Wire = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
