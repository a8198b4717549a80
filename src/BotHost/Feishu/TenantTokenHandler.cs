using System.Net.Http.Headers;

namespace Wenlu.BotHost.Feishu;

/// <summary>Puts the token on every call, and renews it once when the platform refuses it.</summary>
internal sealed class TenantTokenHandler(TenantTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        try
        {
            return await SendAsync(request, token, cancellationToken);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsTokenInvalid(exception.Code))
        {
            await tokens.InvalidateAsync(token);
            return await SendAsync(request, await tokens.GetAsync(cancellationToken), cancellationToken);
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
