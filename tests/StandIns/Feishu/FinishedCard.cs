using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>A finished answer as the person sees it, with the way it was written.</summary>
public sealed record FinishedCard(SentMessage Message, JsonObject Json, CardEntity? Entity)
{
    /// <summary>The element that the answer is streamed into.</summary>
    public const string AnswerElement = "answer";

    public const string StatusElement = "status";

    public string Answer => TextOf(AnswerElement) ?? "";

    public string? Summary => Checks.String(Json["config"]?["summary"]?["content"]);

    /// <summary>Every text that stands anywhere on the card, in reading order.</summary>
    public string AllText => string.Join('\n', CardTree.Objects(Json).Select(node => Checks.String(node["content"])).OfType<string>());

    /// <summary>The cumulative texts that were streamed into the answer, in order.</summary>
    public IReadOnlyList<string> Frames =>
        [.. (Entity?.History ?? []).Where(done => done is { Kind: "content", ElementId: AnswerElement }).Select(done => done.Text!)];

    /// <summary>The button that has this id.</summary>
    public CardButton Button(string elementId) => Buttons.Single(button => button.ElementId == elementId);

    /// <summary>What each button of the card sends when it is pressed.</summary>
    public IReadOnlyList<CardButton> Buttons =>
        [.. CardTree.Objects(Json).Where(node => Checks.String(node["tag"]) == "button").Select(CardButton.From)];

    public JsonObject? Element(string elementId) => CardTree.Find(Json, elementId);

    public string? TextOf(string elementId) => Checks.String(Element(elementId)?["content"]);

    /// <summary>The stream is off, there is an answer, and the status line has made room: an ordinary card has no other sign.</summary>
    internal static bool IsFinished(FinishedCard card) =>
        !CardTree.IsStreaming(card.Json) && card.Answer.Length > 0 && card.Element(StatusElement) is null;
}

public sealed record CardButton(string Text, string? ElementId, string? Name, JsonObject? Value, string? OpensUrl, bool IsDisabled)
{
    internal static CardButton From(JsonObject button)
    {
        var behaviors = (button["behaviors"] as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        return new CardButton(
            Checks.String(button["text"]?["content"]) ?? "", Checks.String(button["element_id"]), Checks.String(button["name"]),
            behaviors.Select(behavior => behavior["value"]).OfType<JsonObject>().FirstOrDefault(),
            behaviors.Select(behavior => Checks.String(behavior["default_url"])).FirstOrDefault(url => url is not null),
            button["disabled"] is JsonValue disabled && disabled.TryGetValue<bool>(out var isDisabled) && isDisabled);
    }
}
