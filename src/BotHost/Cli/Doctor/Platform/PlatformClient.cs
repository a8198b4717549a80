using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>
/// The doctor's own calls: the service's need its store for their token and their accounts. Nothing is tried again, and none of
/// them can have an effect.
/// </summary>
internal sealed class PlatformClient(HttpClient http, IOptions<FeishuOptions> options)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<PlatformReply> CallAsync(PlatformCall call, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(options.Value.BaseUrl, call.Path));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("locale", "zh");
        request.Content = call.Body is null ? null : new StringContent(call.Body, Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return PlatformReply.Read(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException exception)
        {
            return PlatformReply.Unreached(exception.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PlatformReply.Unreached("Timeout");
        }
    }
}

internal sealed record PlatformCall(HttpMethod Method, string Path, string? Body = null);
