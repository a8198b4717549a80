using System.Text.RegularExpressions;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Wiki;

/// <summary>What a failure is about: one document, or everything.</summary>
internal static partial class SyncTrouble
{
    public const int Deleted = 1770003;

    /// <summary>The document itself is not there any more.</summary>
    public static bool IsGone(int code) => code is 1770002 or Deleted or 131005 or 1063005;

    /// <summary>It is there, and the app may not read it.</summary>
    public static bool IsForbidden(int code) => code is 1770032 or 131006 or 91403 or 1063002 or 1063004;

    /// <summary>The next document would fare the same: the app, the month, the platform or the store is to blame.</summary>
    public static bool IsGeneral(Exception exception) => exception switch
    {
        FeishuApiException api => api.Code is FeishuCodes.MonthlyQuotaUsedUp or FeishuCodes.ScopeMissing or 99991661 or 99991662 or 99991663 or 99991673 or 99991401,
        HttpRequestException or TimeoutRejectedException or BrokenCircuitException => true,
        _ => StoreUnavailableException.IsAbsence(exception),
    };

    public static SyncFailure Of(Exception exception, string call, DateTimeOffset now) => exception is FeishuApiException api
        ? new(call, api.Code, api.Code == FeishuCodes.ScopeMissing ? Scopes().Match(api.Message).Groups[1].Value : api.Code == 0 ? $"HTTP {(int)api.Status}" : null, now)
        : new(call, 0, exception.Message, now);

    [GeneratedRegex(@"\[([^\]]{1,300})\]")]
    private static partial Regex Scopes();
}
