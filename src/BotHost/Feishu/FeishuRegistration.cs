using Microsoft.Extensions.Options;
using Refit;

namespace Wenlu.BotHost.Feishu;

internal static class FeishuRegistration
{
    public static void AddFeishu(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TenantTokens>().AddSingleton<Pacer>();
        builder.Services.AddSingleton<BotIdentity>().AddHostedService(services => services.GetRequiredService<BotIdentity>());
        builder.Services.AddTransient<FeishuResultHandler>().AddTransient<TenantTokenHandler>();
        builder.Services.AddFeishuClient<IFeishuTokenApi>().AddHttpMessageHandler<FeishuResultHandler>();
        builder.Services.AddFeishuClient<IFeishuApi>()
            .AddHttpMessageHandler<TenantTokenHandler>()
            .AddHttpMessageHandler<FeishuResultHandler>();
    }

    private static IHttpClientBuilder AddFeishuClient<TApi>(this IServiceCollection services)
        where TApi : class
    {
        var client = services
            .AddRefitGeneratedClient<TApi>(Settings())
            .ConfigureHttpClient((provider, http) => http.BaseAddress = provider.GetRequiredService<IOptions<FeishuOptions>>().Value.BaseUrl);
        client.AddResilienceHandler("feishu", FeishuResilience.Configure);
        return client;
    }

    /// <summary>What our own handlers throw reaches the caller as it is, not wrapped.</summary>
    private static RefitSettings Settings() => new(new SystemTextJsonContentSerializer(FeishuJson.Default.Options))
    {
        TransportExceptionFactory = (_, exception, _) => exception,
    };
}
