using System.Text.Json.Serialization;
using Refit;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>Where to connect to. The app shows its secret instead of a token; each address is good for one connection.</summary>
internal interface IEndpointApi
{
    [Post("/callback/ws/endpoint")]
    [Headers("locale: zh")]
    Task<FeishuResponse<EndpointData>> DiscoverAsync([Body] EndpointRequest request, CancellationToken cancellationToken);
}

internal sealed record EndpointRequest(
    [property: JsonPropertyName("AppID")] string AppId, [property: JsonPropertyName("AppSecret")] string AppSecret);

internal sealed record EndpointData(
    [property: JsonPropertyName("URL")] string? Url, [property: JsonPropertyName("ClientConfig")] ClientConfig? ClientConfig);

/// <summary>All times in seconds.</summary>
internal sealed record ClientConfig(
    [property: JsonPropertyName("ReconnectCount")] int? ReconnectCount,
    [property: JsonPropertyName("ReconnectInterval")] int? ReconnectInterval,
    [property: JsonPropertyName("ReconnectNonce")] int? ReconnectNonce,
    [property: JsonPropertyName("PingInterval")] int? PingInterval);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EndpointRequest))]
[JsonSerializable(typeof(FeishuResponse<EndpointData>))]
internal sealed partial class EndpointJson : JsonSerializerContext;
