using System.Text.Json;
using Microsoft.Extensions.Options;
using Refit;
using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Feishu;

internal static class FeishuRegistration
{
    public static void AddFeishu(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TenantTokens>().AddSingleton<Pacer>();
        builder.Services.AddSingleton<DocumentLimits>();
        builder.Services.AddSingleton<CallLedger>().AddSingleton<CallBudget>().AddHostedService<BudgetGauges>();
        builder.Services.AddSingleton<BotIdentity>().AddHostedService(services => services.GetRequiredService<BotIdentity>());
        builder.Services.AddTransient<CallGate>().AddTransient<FeishuResultHandler>().AddTransient<TenantTokenHandler>();
        builder.Services.AddFeishuClient<IFeishuTokenApi>(FeishuJson.Default.Options).AddWire();
        builder.Services.AddFeishuApi<IFeishuApi>(FeishuJson.Default.Options);
    }

    /// <summary>Further calls of the platform, under the same token, limits and retries.</summary>
    public static void AddFeishuApi<TApi>(this IServiceCollection services, JsonSerializerOptions json)
        where TApi : class => services.AddFeishuClient<TApi>(json).AddHttpMessageHandler<TenantTokenHandler>().AddWire();

    /// <summary>Calls in the name of a person, who has a token of their own; counted and limited like all others.</summary>
    public static void AddFeishuUserApi<TApi>(this IServiceCollection services, JsonSerializerOptions json)
        where TApi : class => services.AddFeishuClient<TApi>(json).AddWire();

    private static IHttpClientBuilder AddFeishuClient<TApi>(this IServiceCollection services, JsonSerializerOptions json)
        where TApi : class
    {
        var client = services
            .AddRefitGeneratedClient<TApi>(Settings(json))
            .ConfigureHttpClient((provider, http) => http.BaseAddress = provider.GetRequiredService<IOptions<FeishuOptions>>().Value.BaseUrl);
        client.AddResilienceHandler("feishu", FeishuResilience.Configure);
        return client;
    }

    /// <summary>What each try passes on its way out. Waiting for its turn does not count as waiting for the platform.</summary>
    private static void AddWire(this IHttpClientBuilder client)
    {
        client.AddHttpMessageHandler<CallGate>();
        client.AddResilienceHandler("feishu-attempt", FeishuResilience.ConfigureAttempt);
        client.AddHttpMessageHandler<FeishuResultHandler>();
    }

    /// <summary>What our own handlers throw reaches the caller as it is, not wrapped.</summary>
    private static RefitSettings Settings(JsonSerializerOptions json) => new(new SystemTextJsonContentSerializer(json))
    {
        TransportExceptionFactory = (_, exception, _) => exception,
    };
}
