using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Operations;

internal static class OperationsRegistration
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static void AddOperations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BotMetrics>();
        builder.Services.ConfigureHttpClientDefaults(KeepForGood);
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<PlatformHealth>("platform");
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Resource).WithMetrics(Metrics);

        // Recording spans that nobody receives would cost every event its share.
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
            telemetry.WithTracing(Traces).UseOtlpExporter();
    }

    /// <summary>
    /// Whoever calls lives as long as the service, and so does their client: connections are renewed so that a changed address is
    /// followed, and no timer holds on to handlers that were to be replaced, nor to a service that has stopped.
    /// </summary>
    private static void KeepForGood(IHttpClientBuilder client) => client
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = ConnectionLifetime);

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapPrometheusScrapingEndpoint("/metrics");
    }

    /// <summary>Last wins: an operator's <c>OTEL_SERVICE_NAME</c> stands.</summary>
    private static void Resource(ResourceBuilder resource) => resource
        .AddService("wenlu", serviceVersion: typeof(OperationsRegistration).Assembly.GetName().Version!.ToString(3), autoGenerateServiceInstanceId: false)
        .AddEnvironmentVariableDetector();

    private static void Metrics(MeterProviderBuilder metrics) => metrics
        .AddMeter(BotTelemetry.Name, GenerativeModels, "Polly")
        .AddAspNetCoreInstrumentation()
        .AddRuntimeInstrumentation()
        .AddPrometheusExporter();

    private static void Traces(TracerProviderBuilder traces) => traces
        .AddSource(BotTelemetry.Name, GenerativeModels)
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation();

    /// <summary>The source that Microsoft.Extensions.AI writes the GenAI spans and metrics to.</summary>
    private const string GenerativeModels = "Experimental.Microsoft.Extensions.AI";
}
