using System.Globalization;
using System.Net;
using System.Text.Json;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Feishu;

/// <summary>
/// Reads the result code of every answer, since failures come with HTTP 200, 400 and 5xx alike, and throws it.
/// Innermost, so that token renewal and retries see one kind of failure.
/// </summary>
internal sealed class FeishuResultHandler(BotMetrics metrics) : DelegatingHandler
{
    /// <summary>A page of 500 blocks may hold long texts.</summary>
    private const int MaxBodyBytes = 1 << 24;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (IsContent(request, response))
        {
            metrics.PlatformCalled(FeishuOperation.ReadResource, 0);
            return response;
        }

        await response.Content.LoadIntoBufferAsync(MaxBodyBytes, cancellationToken);
        var result = await ReadResultAsync(response, cancellationToken);
        metrics.PlatformCalled(FeishuOperation.Of(request), result?.Code ?? (int)response.StatusCode);
        if (result?.Code == 0 && response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw new FeishuApiException(result?.Code ?? 0, result?.Reason, Status(response, result), RetryAfter(response), LogId(response, result));
        }
    }

    /// <summary>A file's content carries no result code and may be large; what is wrong with the call comes as JSON here too.</summary>
    private static bool IsContent(HttpRequestMessage request, HttpResponseMessage response) =>
        response.IsSuccessStatusCode
        && FeishuOperation.Of(request) == FeishuOperation.ReadResource
        && response.Content.Headers.ContentType?.MediaType != "application/json";

    private static async Task<FeishuResult?> ReadResultAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            // As bytes: the content keeps its stream, and a stream read here would be at its end for whoever reads next.
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), FeishuJson.Default.FeishuResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An HTTP 200 whose body is not the platform's is a fault of something between us.</summary>
    private static HttpStatusCode Status(HttpResponseMessage response, FeishuResult? result) =>
        response.IsSuccessStatusCode && result?.Code is null ? HttpStatusCode.BadGateway : response.StatusCode;

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-ogw-ratelimit-reset", out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : response.Headers.RetryAfter?.Delta;

    private static string? LogId(HttpResponseMessage response, FeishuResult? result) =>
        result?.LogId ?? (response.Headers.TryGetValues("x-tt-logid", out var values) ? values.First() : null);
}
