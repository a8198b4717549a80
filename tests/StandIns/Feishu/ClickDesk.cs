using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>
/// What a bot answers to a click, taken strictly: a toast and a card, each as documented, and never a card for one that streams. A
/// card takes the place of the one that was clicked.
/// </summary>
internal sealed class ClickDesk(FeishuPlatformOptions options, MessageDesk messages, CardDesk cards, Findings findings)
{
    private static readonly string[] ToastTypes = ["info", "success", "error", "warning"];

    public void Take(string clickedMessageId, int status, string body)
    {
        if (status != 200)
            Report($"status {status}, which people see as error 200671");
        else if (Parse(body) is not { } answer)
            Report("no JSON object, which people see as error 200672");
        else
            Take(clickedMessageId, answer);
    }

    private void Take(string messageId, JsonObject answer)
    {
        Only(answer, "toast", "card");
        if (answer.TryGetPropertyValue("toast", out var toast)) CheckToast(toast as JsonObject);
        if (answer.TryGetPropertyValue("card", out var card)) Show(messageId, card as JsonObject);
    }

    private void CheckToast(JsonObject? toast)
    {
        Only(toast, "type", "content", "i18n");
        if (!ToastTypes.Contains(Checks.String(toast?["type"]))) Report("a toast of no known type");
        if (Checks.String(toast?["content"]) is not { Length: > 0 }) Report("a toast without words");
        if (toast?["i18n"] is not JsonObject words || words.Any(word => word.Key is not ("zh_cn" or "en_us") || Checks.String(word.Value) is not { Length: > 0 }))
            Report("a toast without its languages");
    }

    private void Show(string messageId, JsonObject? card)
    {
        Only(card, "type", "data");
        if (Checks.String(card?["type"]) != "raw" || card?["data"] is not JsonObject data)
        {
            Report("a card that is not raw");
            return;
        }

        findings.Add(CardValidator.Validate(data));
        foreach (var limit in CardValidator.Validate(data).Problems.Where(problem => problem.IsLimit)) Report($"card: {limit}");
        Show(messages.Messages.FirstOrDefault(message => message.MessageId == messageId), data);
    }

    private void Show(SentMessage? clicked, JsonObject card)
    {
        var entity = clicked?.CardId is { } id ? cards.Cards[id] : null;
        if (clicked is not { FromBot: true, MessageType: "interactive", Recalled: false })
            Report("a card for a message that shows none");
        else if (entity is { IsStreaming: true })
            Report("a card for one that streams");
        else if (entity is not null)
            entity.Commit((JsonObject)card.DeepClone(), options.Time.GetUtcNow(), wasStreaming: false);
        else
            messages.Show(clicked, card.ToCompactJson());
    }

    private void Only(JsonObject? members, params string[] names)
    {
        foreach (var name in members?.Select(member => member.Key).Except(names) ?? ["(not an object)"]) Report($"unexpected member {name}");
    }

    private void Report(string what) => findings.Add($"answer to a click: {what}");

    private static JsonObject? Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
