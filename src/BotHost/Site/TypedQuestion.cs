using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Site;

/// <summary>What somebody asks on a page: typed into its form, or by following a link.</summary>
/// <param name="Turn">The how-manieth question of its conversation; null when the page does not say.</param>
public sealed record TypedQuestion(string Text, string? ConversationId, int? Turn)
{
    private const int MostTurns = 1_000;

    public bool IsTooLong => Text.Length > SiteEndpoints.MaxTyped;

    /// <summary>Null when nothing was asked.</summary>
    public static async Task<TypedQuestion?> ReadAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return Of(request.Query["q"], request.Query["c"], request.Query["t"]);
        if (!request.HasFormContentType || request.ContentLength is null or > CrossOriginFilter.LongestForm)
            return null;
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return Of(form["q"], form["c"], form["t"]);
    }

    private static TypedQuestion? Of(string? text, string? conversation, string? turn) =>
        text?.Trim() is { Length: > 0 } question ? new(question, Known(conversation), Place(turn) ?? (Known(conversation) is null ? 1 : null)) : null;

    private static string? Known(string? conversation) => string.IsNullOrEmpty(conversation) ? null : conversation;

    private static int? Place(string? turn) => QueryNumber.Read(turn, 0, 1, MostTurns) is > 0 and var number ? (int)number : null;
}
