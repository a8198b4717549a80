using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Operations;

internal static class OperationsRegistration
{
    public static void AddOperations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<BotMetrics>();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck<PlatformHealth>("platform");
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(Metrics);

        // Recording spans that nobody receives would cost every event its share.
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
            telemetry.WithTracing(Traces).UseOtlpExporter();
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        routes.MapHealth();
        routes.MapPrometheusScrapingEndpoint("/metrics");
    }

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
