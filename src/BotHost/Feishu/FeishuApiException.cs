using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Feishu;

/// <summary>The platform answered, and said no. <see cref="Code"/> decides; the text is for the log only.</summary>
internal sealed partial class FeishuApiException(int code, string? message, HttpStatusCode status, TimeSpan? retryAfter = null, string? logId = null)
    : Exception($"The platform answered code {code}, HTTP {(int)status} (log id {logId ?? "none"}): {message}")
{
    /// <summary>0 when the body carried none, as a proxy's error page does.</summary>
    public int Code => code;

    public HttpStatusCode Status => status;

    /// <summary>What the platform says of a card beneath its general code; 0 when it says nothing more.</summary>
    public int SubCode { get; } = int.TryParse(SubCodes().Match(message ?? string.Empty).Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var sub) ? sub : 0;

    /// <summary>Somebody is pressing something on the card just now: the same call works in a moment.</summary>
    public bool IsCardInUse => code == FeishuCodes.CardInUse
        || (code == FeishuCodes.CardContentFailed && SubCode == FeishuCodes.CardLimit && Message.Contains("is lock", StringComparison.OrdinalIgnoreCase));

    /// <summary>How long the platform asked us to wait.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    public bool IsRateLimit => FeishuCodes.IsRateLimit(code) || status == HttpStatusCode.TooManyRequests;

    public bool IsFault => (int)status >= 500 || code is 300120 or 200550;

    [GeneratedRegex(@"ErrCode:\s*(\d{1,9})")]
    private static partial Regex SubCodes();
}
