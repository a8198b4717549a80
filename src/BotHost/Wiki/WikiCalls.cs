using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Wiki;

/// <summary>Calls that can wait: one that meets a limit is made again when the platform, or our own count, says that there is room.</summary>
internal sealed class WikiCalls(IWikiApi api, TimeProvider time)
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);

    private long made;

    /// <summary>How many were made since the start.</summary>
    public long Made => Interlocked.Read(ref made);

    public async Task<T> GetAsync<T>(Func<IWikiApi, Task<FeishuResponse<T>>> call, CancellationToken cancellationToken)
        where T : class =>
        (await CallAsync(call, cancellationToken)).Data ?? throw new InvalidDataException($"The platform's answer holds no {typeof(T).Name}.");

    public async Task<TResponse> CallAsync<TResponse>(Func<IWikiApi, Task<TResponse>> call, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                Interlocked.Increment(ref made);
                return await call(api);
            }
            catch (FeishuApiException exception) when (exception.IsRateLimit)
            {
                var jitter = TimeSpan.FromMilliseconds(Random.Shared.Next(20, 200));
                await Task.Delay((exception.RetryAfter ?? ShortWait) + jitter, time, cancellationToken);
            }
        }
    }

    /// <summary>All pages, the empty ones between them passed over.</summary>
    public async Task<IReadOnlyList<T>> AllAsync<T>(
        Func<IWikiApi, string?, Task<FeishuResponse<WikiPage<T>>>> page, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        string? token = null;
        do
        {
            var next = await GetAsync(api => page(api, token), cancellationToken);
            items.AddRange(next.Items ?? []);
            token = next.HasMore && next.PageToken is { Length: > 0 } ? next.PageToken : null;
        }
        while (token is not null);
        return items;
    }
}
