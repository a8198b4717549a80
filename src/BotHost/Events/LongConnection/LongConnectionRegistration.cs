using Microsoft.Extensions.Options;
using Refit;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>The other way in, for whoever has no public address. Needs the events' own registration.</summary>
internal static class LongConnectionRegistration
{
    public static void AddLongConnection(this IHostApplicationBuilder builder)
    {
        if (!IsWanted(builder.Configuration.GetSection(FeishuOptions.Section)))
            return;
        builder.Services.AddEndpointDiscovery();
        builder.Services.AddSingleton<FrameReceiver>().AddSingleton<LongConnectionState>();
        builder.Services.AddHostedService<LongConnectionWorker>();
        builder.Services.AddHealthChecks().AddCheck<LongConnectionHealth>("longConnection");
    }

    public static void AddEndpointDiscovery(this IServiceCollection services) => services
        .AddSingleton<Connector>()
        .AddRefitGeneratedClient<IEndpointApi>(Settings())
        .ConfigureHttpClient((provider, http) =>
        {
            http.BaseAddress = provider.GetRequiredService<IOptions<FeishuOptions>>().Value.BaseUrl;
            http.Timeout = Connector.Timeout;
        })
        .AddHttpMessageHandler<FeishuResultHandler>();

    /// <summary>What is neither is the validator's to complain about.</summary>
    private static bool IsWanted(IConfigurationSection feishu) =>
        !string.IsNullOrEmpty(feishu[nameof(FeishuOptions.AppId)])
        && Enum.TryParse<Delivery>(feishu[nameof(FeishuOptions.Delivery)], ignoreCase: true, out var delivery)
        && delivery == Delivery.LongConnection;

    /// <summary>What our own handlers throw reaches the caller as it is, not wrapped.</summary>
    private static RefitSettings Settings() => new(new SystemTextJsonContentSerializer(EndpointJson.Default.Options))
    {
        TransportExceptionFactory = (_, exception, _) => exception,
    };
}
