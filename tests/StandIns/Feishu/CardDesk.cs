using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>CardKit: entities, one strictly increasing sequence each, streaming that ends by itself.</summary>
internal sealed class CardDesk(FeishuPlatformOptions options, RateLimits rates, Findings findings)
{
    private const int MaxStreamedText = 100_000;
    private static readonly TimeSpan EntityLifetime = TimeSpan.FromDays(14);
    private readonly Dictionary<string, CardEntity> cards = [];
    private long lastId = 7371713483664506900;

    public IReadOnlyDictionary<string, CardEntity> Cards => cards;

    public JsonObject Create(Call call)
    {
        call.AllowMembers("type", "data");
        var json = Validated(CardData(call.Body), 200220);
        var id = (lastId++).ToString(CultureInfo.InvariantCulture);
        cards[id] = new CardEntity(id, json, call.At);
        return new JsonObject { ["card_id"] = id };
    }

    /// <summary>
    /// The message desk shows an entity; once is all it can be shown. No violation: a bot that lost the first answer has to try.
    /// </summary>
    public string Show(string cardId)
    {
        var card = Get(cardId);
        if (card.Shown) throw new Refusal(230099, "Failed to create card content, ext=ErrCode: 200220; ErrMsg: the card was sent before; ");
        card.Shown = true;
        return cardId;
    }

    public JsonObject StreamText(Call call) => Operate(call, "content", ["content"], card =>
    {
        var (elementId, text) = (call.Route("element_id"), call.Text("content"));
        if (text.Length > MaxStreamedText) throw new Refusal(10002, "the content is too long");
        CheckStreaming(card, call.At);
        var changed = Copy(card);
        var element = CardTree.Find(changed, elementId) ?? throw new Refusal(300313, $"ErrMsg: no element '{elementId}'; ");
        if (Checks.String(element["tag"]) is not ("markdown" or "plain_text"))
            throw new Refusal(300310, "ErrMsg: only text is streamed; ", isViolation: true);
        element["content"] = text;
        return (changed, 300313);
    });

    public JsonObject Settings(Call call) => Operate(call, "settings", ["settings"], card =>
    {
        var changed = Copy(card);
        CardTree.Set(changed, ParseObject(call.Text("settings"), 300122));
        return (changed, 300122);
    });

    public JsonObject Update(Call call) => Operate(call, "update", ["card"], _ =>
    {
        var card = call.Body["card"] as JsonObject ?? throw Refusal.BadRequest("'card' is missing or not an object");
        return (ParseObject(CardData(card), 300121), 300121);
    });

    public JsonObject BatchUpdate(Call call) => Operate(call, "batch_update", ["actions"], card =>
    {
        var changed = Copy(card);
        foreach (var action in ParseArray(call.Text("actions"), 10002)) CardActions.Apply(changed, action);
        return (changed, 300121);
    });

    public JsonObject AddElements(Call call) => Operate(call, "add_elements", ["type", "target_element_id", "elements"], card =>
    {
        var changed = Copy(card);
        CardTree.Add(changed, call.Text("type"), call.OptionalText("target_element_id"), ParseArray(call.Text("elements"), 300315));
        return (changed, 300315);
    });

    public JsonObject ReplaceElement(Call call) => Operate(call, "update_element", ["element"], card =>
    {
        var changed = Copy(card);
        CardTree.Replace(changed, call.Route("element_id"), ParseObject(call.Text("element"), 300313));
        return (changed, 300313);
    });

    public JsonObject PatchElement(Call call) => Operate(call, "partial_update_element", ["partial_element"], card =>
    {
        var changed = Copy(card);
        CardTree.Patch(changed, call.Route("element_id"), ParseObject(call.Text("partial_element"), 300313));
        return (changed, 300313);
    });

    public JsonObject DeleteElement(Call call) => Operate(call, "delete_element", [], card =>
    {
        var changed = Copy(card);
        CardTree.Delete(changed, call.Route("element_id"));
        return (changed, 300314);
    });

    /// <summary>What all operations share. A sequence number is spent even when the operation itself is refused.</summary>
    private JsonObject Operate(Call call, string kind, string[] members, Func<CardEntity, (JsonObject Card, int ErrorCode)> change)
    {
        call.AllowMembers([.. members, "sequence", "uuid"]);
        var (card, uuid, fingerprint) = (Get(call.Route("card_id")), call.OptionalText("uuid", 64), $"{call.Path}\n{call.RawBody}");
        if (card.WasDone(uuid, fingerprint)) return [];
        CheckRate(card);
        var sequence = call.Sequence();
        card.TakeSequence(sequence);
        var (changed, errorCode) = change(card);
        card.Commit(Validated(changed.ToCompactJson(), errorCode), call.At, card.IsStreaming && !HasTimedOut(card, call.At));
        var (elementId, text) = (call.TryRoute("element_id"), Checks.String(call.Body["content"]));
        card.Remember(new CardOperation(kind, sequence, call.At, elementId, text, call.RawBody), uuid, fingerprint);
        return [];
    }

    private void CheckStreaming(CardEntity card, DateTimeOffset now)
    {
        if (HasTimedOut(card, now)) throw new Refusal(200850, "Card streaming timeout");
        if (!card.IsStreaming) throw new Refusal(300309, "ErrMsg: streaming mode is closed; ");
    }

    private bool HasTimedOut(CardEntity card, DateTimeOffset now) => card.StreamHasEnded(now, options.StreamingLifetime);

    private void CheckRate(CardEntity card)
    {
        if (rates.TryTake($"card {card.Id}", options.Rates.PerCardAndSecond, TimeSpan.FromSeconds(1)) is { } wait)
            throw Refusal.RateLimited(options.Rates.PerCardAndSecond, wait);
    }

    private CardEntity Get(string cardId)
    {
        if (!cards.TryGetValue(cardId, out var card)) throw new Refusal(200740, $"ErrMsg: no card '{cardId}'; ", isViolation: true);
        var isAlive = options.Time.GetUtcNow() - card.CreatedAt <= EntityLifetime;
        return isAlive ? card : throw new Refusal(200750, "ErrMsg: the card has expired; ");
    }

    private JsonObject Validated(string json, int errorCode)
    {
        var report = CardValidator.Validate(json);
        findings.Add(report);
        return report.IsValid ? (JsonObject)JsonNode.Parse(json)! : throw CardErrors.ForCardKit(report, errorCode);
    }

    private static string CardData(JsonObject card)
    {
        if (card.Any(member => member.Key is not ("type" or "data"))) throw Refusal.BadRequest("a card has type and data");
        if (Checks.String(card["type"]) != "card_json") throw Refusal.BadRequest("only card_json is expected here");
        return Checks.String(card["data"]) ?? throw Refusal.BadRequest("'data' is not a string of JSON");
    }

    private static JsonObject Copy(CardEntity card) => (JsonObject)card.Json.DeepClone();

    private static JsonObject ParseObject(string json, int errorCode) =>
        Parse(json, errorCode) as JsonObject ?? throw new Refusal(errorCode, "ErrMsg: not an object; ", isViolation: true);

    private static JsonArray ParseArray(string json, int errorCode) =>
        Parse(json, errorCode) as JsonArray ?? throw new Refusal(errorCode, "ErrMsg: not a list; ", isViolation: true);

    private static JsonNode? Parse(string json, int errorCode)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            throw new Refusal(errorCode, $"ErrMsg: {exception.Message}; ", isViolation: true);
        }
    }
}
