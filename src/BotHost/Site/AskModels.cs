using System.ComponentModel;
using System.Text.Json.Serialization;
using Wenlu.BotHost.Answers;

namespace Wenlu.BotHost.Site;

/// <param name="Question">What to answer, 1 to 4,000 characters.</param>
/// <param name="ConversationId">From an earlier answer, to ask a follow-up; absent for a new conversation.</param>
internal sealed record AskRequest(
    [property: Description("What to answer, 1 to 4,000 characters.")] string? Question,
    [property: Description("From an earlier answer, to ask a follow-up; absent for a new conversation.")] string? ConversationId);

internal sealed record AskResponse(
    Outcome Outcome, string Answer, IReadOnlyList<Reference> References, IReadOnlyList<RelatedQuestion> Related, string ConversationId)
{
    public static AskResponse Of(Answer answer, string conversationId) =>
        new(answer.Outcome, answer.Markdown, answer.References, answer.Related, conversationId);
}

internal sealed record AskStatus(string Status, string Text);

internal sealed record AskDelta(string Text);

/// <summary>What the ask page's own stream sends: rendered on the server, so that there is one renderer.</summary>
internal sealed record PageAnswer(string Html);

internal sealed record PageDone(string ConversationId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = false)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(AskResponse))]
[JsonSerializable(typeof(AskStatus))]
[JsonSerializable(typeof(AskDelta))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(PageDone))]
internal sealed partial class AskJson : JsonSerializerContext
{
    static AskJson() => Default = new AskJson(new System.Text.Json.JsonSerializerOptions(Default.Options)
    {
        Converters = { new JsonStringEnumConverter<Outcome>(System.Text.Json.JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
