using System.Net;
using System.Text.Json;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>What keeps a call from being looked at; none when the platform judged the call itself, be it as a bad one.</summary>
internal enum Trouble
{
    None,
    Unreachable,
    NotThePlatform,
    ScopeMissing,
    AddressRefused,
    MonthUsedUp,
    AppUnavailable,
    TokenRefused,
    Busy,
}

/// <summary>How the platform answered.</summary>
/// <param name="Code">Null when the body is not the platform's.</param>
/// <param name="Failure">Why there is no answer.</param>
internal sealed record PlatformReply(HttpStatusCode Status, int? Code, JsonElement Body, string? Failure)
{
    public static PlatformReply Unreached(string failure) => new(default, null, default, failure);

    public static PlatformReply Read(HttpStatusCode status, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var body = document.RootElement.Clone();
            return new(status, Member(body, "code") is { ValueKind: JsonValueKind.Number } code && code.TryGetInt32(out var number) ? number : null, body, null);
        }
        catch (JsonException)
        {
            return new(status, null, default, null);
        }
    }

    public Trouble Trouble => (Failure, Code) switch
    {
        ({ }, _) => Trouble.Unreachable,
        (_, null) => Trouble.NotThePlatform,
        (_, FeishuCodes.ScopeMissing) => Trouble.ScopeMissing,
        (_, 99991401) => Trouble.AddressRefused,
        (_, FeishuCodes.MonthlyQuotaUsedUp) => Trouble.MonthUsedUp,
        (_, 99991662 or 99991673) => Trouble.AppUnavailable,
        (_, 99991661 or 99991665) => Trouble.TokenRefused,
        var (_, code) when FeishuCodes.IsTokenInvalid(code!.Value) => Trouble.TokenRefused,
        var (_, code) when FeishuCodes.IsRateLimit(code!.Value) || (int)Status is 429 or >= 500 => Trouble.Busy,
        _ => Trouble.None,
    };

    /// <summary>Any one of them would do.</summary>
    public IReadOnlyList<string> ScopesNeeded => Find("error", "permission_violations") is { ValueKind: JsonValueKind.Array } violations
        ? [.. violations.EnumerateArray().Select(violation => Member(violation, "subject")?.ToString() ?? "").Where(subject => subject.Length > 0)]
        : [];

    public JsonElement? Find(params string[] path)
    {
        JsonElement? found = Body;
        foreach (var name in path)
            found = found is { } element ? Member(element, name) : null;
        return found;
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
