using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>What the platform wraps around an event.</summary>
public static class Envelope
{
    public static JsonObject Version2(FeishuPlatformOptions app, string type, string eventId, string createTime, JsonObject body) => new()
    {
        ["schema"] = "2.0",
        ["header"] = new JsonObject
        {
            ["event_id"] = eventId,
            ["event_type"] = type,
            ["create_time"] = createTime,
            ["token"] = app.VerificationToken,
            ["app_id"] = app.AppId,
            ["tenant_key"] = app.TenantKey,
        },
        ["event"] = body,
    };

    /// <summary>The old shape; its type stands inside the event.</summary>
    public static JsonObject Version1(FeishuPlatformOptions app, string type, JsonObject body)
    {
        var inner = (JsonObject)body.DeepClone();
        inner["type"] = type;
        inner["app_id"] = app.AppId;
        inner["tenant_key"] = app.TenantKey;
        return new JsonObject
        {
            ["ts"] = $"{app.Time.GetUtcNow().ToUnixTimeSeconds()}.7171419",
            ["uuid"] = Guid.NewGuid().ToString("N"),
            ["token"] = app.VerificationToken,
            ["type"] = "event_callback",
            ["event"] = inner,
        };
    }

    public static JsonObject Challenge(FeishuPlatformOptions app, string challenge) => new()
    {
        ["challenge"] = challenge,
        ["token"] = app.VerificationToken,
        ["type"] = "url_verification",
    };
}
