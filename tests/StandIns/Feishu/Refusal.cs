namespace Wenlu.StandIns.Feishu;

/// <summary>The platform says no. A violation is a request that no correct bot ever sends, as opposed to one that meets a limit.</summary>
internal sealed class Refusal(int code, string message, int status = 400, bool isViolation = false) : Exception(message)
{
    public int Status => status;

    public int Code => code;

    public bool IsViolation => isViolation;

    public Dictionary<string, string> Headers { get; init; } = [];

    public static Refusal BadRequest(string message) => new(99992402, $"field validation failed: {message}", isViolation: true);

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
