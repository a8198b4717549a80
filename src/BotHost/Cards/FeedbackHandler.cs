using System.Text.Json;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Cards;

/// <summary>Records a click on 👍 or 👎 and says thanks. What was forged, has expired or is unknown does nothing but a toast.</summary>
internal sealed class FeedbackHandler(AnswerStore answers, BotMetrics metrics) : ICardActionHandler
{
    public const string Action = "feedback";

    public async Task<CardActionReply> HandleAsync(CardAction action, CancellationToken cancellationToken) => Read(action.Value) switch
    {
        not { Action: Action, Vote: "up" or "down", AnswerId.Length: > 0 and < 100 } => new CardActionReply("warning", CardTexts.UnknownAction),
        var value => Reply(await answers.VoteAsync(value.AnswerId, action.OperatorOpenId, value.Vote), value.Vote),
    };

    private CardActionReply Reply(VoteResult result, string vote)
    {
        if (result == VoteResult.Changed)
            metrics.FeedbackGiven(vote);
        return result == VoteResult.NoSuchAnswer
            ? new CardActionReply("info", CardTexts.AnswerForgotten)
            : new CardActionReply("success", CardTexts.ThanksForVote);
    }

    private static FeedbackValue? Read(JsonElement value)
    {
        try
        {
            return value.Deserialize(FeedbackJson.Default.FeedbackValue);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions(
    PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.SnakeCaseLower)]
[System.Text.Json.Serialization.JsonSerializable(typeof(FeedbackValue))]
internal sealed partial class FeedbackJson : System.Text.Json.Serialization.JsonSerializerContext;
