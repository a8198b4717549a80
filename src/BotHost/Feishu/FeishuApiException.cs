using System.Net;

namespace Wenlu.BotHost.Feishu;

/// <summary>The platform answered, and said no. <see cref="Code"/> decides; the text is for the log only.</summary>
internal sealed class FeishuApiException(int code, string? message, HttpStatusCode status, TimeSpan? retryAfter = null, string? logId = null)
    : Exception($"The platform answered code {code}, HTTP {(int)status} (log id {logId ?? "none"}): {message}")
{
    /// <summary>0 when the body carried none, as a proxy's error page does.</summary>
    public int Code => code;

    public HttpStatusCode Status => status;

    /// <summary>How long the platform asked us to wait.</summary>
    public TimeSpan? RetryAfter => retryAfter;

    public bool IsRateLimit => FeishuCodes.IsRateLimit(code) || status == HttpStatusCode.TooManyRequests;

    public bool IsFault => (int)status >= 500 || code is 300120 or 200550;
}
