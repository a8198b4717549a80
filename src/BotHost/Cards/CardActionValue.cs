using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Cards;

/// <summary>What a button sends back when it is pressed; always an object, since a string reaches some clients as an error.</summary>
/// <param name="Action">One of <see cref="CardActions"/>.</param>
internal sealed record CardActionValue(string Action, string AnswerId)
{
    /// <summary>Of feedback: one of <see cref="Votes"/>.</summary>
    public string? Vote { get; init; }

    /// <summary>Of a button that asks: the question, whole.</summary>
    public string? Question { get; init; }

    /// <summary>Of an editors' card, whose id stands in <see cref="AnswerId"/>: the question that is meant.</summary>
    public string? Gap { get; init; }

    /// <summary>Null when no button of ours sent this.</summary>
    public static CardActionValue? Read(JsonElement value)
    {
        try
        {
            return value.Deserialize(CardActionJson.Default.CardActionValue) is { Action: not null, AnswerId: { Length: > 0 and < 100 } } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal static class CardActions
{
    public const string Feedback = "feedback";

    /// <summary>The form that asks why an answer did not help; its fields are <see cref="WhyForm"/>'s.</summary>
    public const string Reason = "reason";

    public const string Regenerate = "regenerate";
    public const string Stop = "stop";
    public const string Ask = "ask";
    public const string NewTopic = "new_topic";

    /// <summary>The form under a question of an editors' card; its field is named by the question.</summary>
    public const string AnswerGap = "answer_gap";
    public const string DismissGap = "dismiss_gap";
}

internal static class Votes
{
    public const string Up = "up";
    public const string Down = "down";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CardActionValue))]
internal sealed partial class CardActionJson : JsonSerializerContext;
