using System.Text.Json.Serialization;
using Refit;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Desk;

/// <summary>Signing in with a Feishu account: calls in the name of a person, not of the app.</summary>
internal interface IFeishuAccountApi
{
    /// <summary>https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token — the answer is flat.</summary>
    [Post("/open-apis/authen/v2/oauth/token")]
    Task<UserTokenResponse> CreateUserTokenAsync([Body] UserTokenRequest request, CancellationToken cancellationToken);

    [Get("/open-apis/authen/v1/user_info")]
    Task<FeishuResponse<FeishuAccount>> GetUserAsync([Authorize("Bearer")] string userToken, CancellationToken cancellationToken);
}

internal sealed record UserTokenRequest(string ClientId, string ClientSecret, string Code, string RedirectUri, string CodeVerifier)
{
    public string GrantType { get; } = "authorization_code";
}

internal sealed record UserTokenResponse(string? AccessToken);

/// <summary>Who signed in. Address and telephone number are not read: nobody has verified them.</summary>
internal sealed record FeishuAccount(string? OpenId, string? UserId, string? TenantKey, string? Name, string? EnName);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UserTokenRequest))]
[JsonSerializable(typeof(UserTokenResponse))]
[JsonSerializable(typeof(FeishuResponse<FeishuAccount>))]
internal sealed partial class AccountJson : JsonSerializerContext;
