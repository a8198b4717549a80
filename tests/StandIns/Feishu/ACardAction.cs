using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>A click on a card: <c>ACardAction.On(card).By(openId).Pressing(card.Buttons[0])</c>.</summary>
public sealed record ACardAction
{
    private ACardAction()
    {
    }

    public string EventId { get; private init; } = Guid.NewGuid().ToString("N");

    public required string MessageId { get; init; }

    public required string ChatId { get; init; }

    public string Operator { get; private init; } = AMessage.SomeUser;

    public string? TenantKey { get; private init; }

    public JsonNode Value { get; private init; } = new JsonObject();

    public string? Name { get; private init; }

    public JsonObject? Form { get; private init; }

    public static ACardAction On(FinishedCard card) => On(card.Message.MessageId, card.Message.ChatId);

    public static ACardAction On(string messageId, string chatId) => new() { MessageId = messageId, ChatId = chatId };

    public ACardAction By(string openId) => this with { Operator = openId };

    public ACardAction OfTenant(string tenantKey) => this with { TenantKey = tenantKey };

    public ACardAction Pressing(CardButton button) => this with { Value = button.Value ?? [], Name = button.Name };

    public ACardAction Sending(JsonNode value) => this with { Value = value };

    /// <summary>The same click again, under the same event id or, as has been seen, under another.</summary>
    public ACardAction InAnotherEvent() => this with { EventId = Guid.NewGuid().ToString("N") };

    public ACardAction InChat(string chatId) => this with { ChatId = chatId };

    public ACardAction Filling(JsonObject form) => this with { Form = form };

    /// <summary>The envelope of card.action.trigger, whose time is in microseconds.</summary>
    public JsonObject ToCallback(FeishuPlatformOptions app)
    {
        var action = new JsonObject { ["value"] = Value.DeepClone(), ["tag"] = "button" };
        if (Name is not null) action["name"] = Name;
        if (Form is not null) action["form_value"] = Form.DeepClone();
        var body = new JsonObject
        {
            ["operator"] = new JsonObject
            {
                ["tenant_key"] = TenantKey ?? app.TenantKey,
                ["union_id"] = $"on_{Operator[3..]}",
                ["user_id"] = "",
                ["open_id"] = Operator,
            },
            ["token"] = $"c-{EventId}",
            ["action"] = action,
            ["host"] = "im_message",
            ["context"] = new JsonObject { ["open_message_id"] = MessageId, ["open_chat_id"] = ChatId },
        };
        return Envelope.Version2(app, "card.action.trigger", EventId, $"{app.Time.GetUtcNow().ToUnixTimeMilliseconds()}000", body);
    }
}
