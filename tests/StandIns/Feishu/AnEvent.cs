using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>Something that happens without a message: <c>AnEvent.BotAdded(app)</c>, sent by <see cref="FeishuDelivery"/>.</summary>
public static class AnEvent
{
    public static JsonObject BotAdded(FeishuPlatformOptions app, string chatId = AMessage.SomeGroup, string name = "研发群", bool isExternal = false) =>
        OfGroup(app, "im.chat.member.bot.added_v1", chatId, name, isExternal);

    public static JsonObject BotRemoved(FeishuPlatformOptions app, string chatId = AMessage.SomeGroup, string name = "研发群") =>
        OfGroup(app, "im.chat.member.bot.deleted_v1", chatId, name, isExternal: false);

    /// <summary>Somebody opened the direct chat, as they do several times a day.</summary>
    public static JsonObject ChatEntered(FeishuPlatformOptions app, string chatId = AMessage.SomeDirectChat, string openId = AMessage.SomeUser) =>
        Of(app, "im.chat.access_event.bot_p2p_chat_entered_v1", new JsonObject
        {
            ["chat_id"] = chatId,
            ["operator_id"] = Ids(openId),
            ["last_message_id"] = "om_x0000000000000000000000000000008",
            ["last_message_create_time"] = "1766990000000",
        });

    /// <summary>An entry of the bot's menu was chosen; its time is in seconds.</summary>
    public static JsonObject MenuChosen(FeishuPlatformOptions app, string key, string openId = AMessage.SomeUser) =>
        Of(app, "application.bot.menu_v6", new JsonObject
        {
            ["operator"] = new JsonObject { ["operator_name"] = "张三", ["operator_id"] = Ids(openId) },
            ["event_key"] = key,
            ["timestamp"] = app.Time.GetUtcNow().ToUnixTimeSeconds(),
        });

    public static JsonObject ReactionAdded(FeishuPlatformOptions app, string messageId, bool byApp = false)
    {
        var body = new JsonObject
        {
            ["message_id"] = messageId,
            ["reaction_type"] = new JsonObject { ["emoji_type"] = byApp ? "Typing" : "THUMBSUP" },
            ["operator_type"] = byApp ? "app" : "user",
            ["action_time"] = $"{app.Time.GetUtcNow().ToUnixTimeMilliseconds()}",
        };
        if (byApp) body["app_id"] = app.AppId;
        else body["user_id"] = Ids(AMessage.SomeUser);
        return Of(app, "im.message.reaction.created_v1", body);
    }

    public static JsonObject Recalled(FeishuPlatformOptions app, AMessage message) =>
        Of(app, "im.message.recalled_v1", new JsonObject
        {
            ["message_id"] = message.MessageId,
            ["chat_id"] = message.ChatId,
            ["recall_time"] = $"{app.Time.GetUtcNow().ToUnixTimeMilliseconds()}",
            ["recall_type"] = "message_owner",
        });

    private static JsonObject OfGroup(FeishuPlatformOptions app, string type, string chatId, string name, bool isExternal) =>
        Of(app, type, new JsonObject
        {
            ["chat_id"] = chatId,
            ["operator_id"] = Ids(AMessage.SomeUser),
            ["external"] = isExternal,
            ["operator_tenant_key"] = app.TenantKey,
            ["name"] = name,
            ["i18n_names"] = new JsonObject { ["zh_cn"] = name, ["en_us"] = "", ["ja_jp"] = "" },
        });

    private static JsonObject Of(FeishuPlatformOptions app, string type, JsonObject body) =>
        Envelope.Version2(app, type, Guid.NewGuid().ToString("N"), $"{app.Time.GetUtcNow().ToUnixTimeMilliseconds()}", body);

    private static JsonObject Ids(string openId) => new() { ["union_id"] = $"on_{openId[3..]}", ["user_id"] = "", ["open_id"] = openId };
}
