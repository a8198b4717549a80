using System.Text;
using System.Text.Json;

namespace Wenlu.BotHost.Events;

internal static class CardActionReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = EnvelopeReader.MaxDepth };
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>Null when nobody is named who clicked.</summary>
    public static CardAction? Read(string eventId, ReadOnlyMemory<byte> envelope)
    {
        using var document = JsonDocument.Parse(envelope, Options);
        var body = Member(document.RootElement, "event");
        var clicker = Member(body, "operator");
        if (Text(clicker, "open_id") is not { Length: > 0 } openId)
            return null;
        var (action, context) = (Member(body, "action"), Member(body, "context"));
        return new CardAction(
            eventId,
            openId,
            Text(clicker, "tenant_key"),
            (Member(action, "value") ?? Nothing).Clone(),
            Member(action, "form_value")?.Clone(),
            Id(context, "open_message_id") ?? Id(body, "open_message_id"),
            Id(context, "open_chat_id") ?? Id(body, "open_chat_id"))
        {
            Envelope = Encoding.UTF8.GetString(envelope.Span),
            AppTenant = Text(Member(document.RootElement, "header"), "tenant_key"),
        };
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } members
        && members.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    private static string? Id(JsonElement? parent, string name) => Text(parent, name) is { } text && EventOpener.IsId(text) ? text : null;

    private static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
