using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu;

/// <summary>The platform says no. A violation is a request that no correct bot ever sends, as opposed to one that meets a limit.</summary>
internal sealed class Refusal(int code, string message, int status = 400, bool isViolation = false) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    public bool IsViolation => isViolation;

    public JsonObject? Error { get; private init; }

    /// <summary>Signing in refuses in OAuth's own form: a word and a description.</summary>
    public string? OAuthError { get; init; }

    public Dictionary<string, string> Headers { get; init; } = [];

    public static Refusal BadRequest(string message) => new(99992402, $"field validation failed: {message}", isViolation: true);

    /// <summary>The app has none of these scopes.</summary>
    public static Refusal ScopeMissing(string[] anyOf) =>
        new(99991672, $"Access denied. One of the following scopes is required: [{string.Join(", ", anyOf)}]")
        {
            Error = new JsonObject
            {
                ["permission_violations"] = new JsonArray([.. anyOf.Select(scope => new JsonObject { ["type"] = "action_scope_required", ["subject"] = scope })]),
                ["log_id"] = Guid.NewGuid().ToString("N"),
            },
        };

    public static Refusal RateLimited(int limit, TimeSpan wait, int status = 429) =>
        new(99991400, "request trigger frequency limit", status)
        {
            Headers =
            {
                ["x-ogw-ratelimit-limit"] = $"{limit}",
                ["x-ogw-ratelimit-reset"] = $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}",
            },
        };
}
