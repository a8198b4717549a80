using System.Collections.Concurrent;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>The names of people who are mentioned in documents, remembered for a day; empty for one whose name the app may not know.</summary>
internal sealed class People(WikiCalls calls, TimeProvider time)
{
    private const int ForgetAbove = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (string Name, DateTimeOffset Until)> names = new();
    private DateTimeOffset closedUntil;

    public async Task<string> NameAsync(string openId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (names.TryGetValue(openId, out var known) && known.Until > now)
            return known.Name;
        if (names.Count > ForgetAbove)
            names.Clear();
        var name = now < closedUntil ? "" : await AskAsync(openId, cancellationToken);
        names[openId] = (name, now + Remembered);
        return name;
    }

    private async Task<string> AskAsync(string openId, CancellationToken cancellationToken)
    {
        try
        {
            return (await calls.GetAsync(api => api.GetPersonAsync(openId, cancellationToken), cancellationToken)).User?.Name ?? "";
        }
        catch (FeishuApiException exception) when (exception.Code != FeishuCodes.MonthlyQuotaUsedUp && !exception.IsFault)
        {
            // Without the scope nobody's name is told: asking for each would only cost calls.
            if (exception.Code == FeishuCodes.ScopeMissing)
                closedUntil = time.GetUtcNow() + Remembered;
            return "";
        }
    }
}
