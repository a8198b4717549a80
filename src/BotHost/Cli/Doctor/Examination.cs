using Wenlu.BotHost.Cli.Doctor.Platform;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>The table of contents of the doctor: the service is put together as for a start, and never started.</summary>
internal static class Examination
{
    /// <summary>Long enough for a model that thinks, and for two calls to the platform one after the other.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(25);

    public static async Task<DoctorOutcome> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = Service.Build(settings, Adjust);
            var findings = SettingsFindings.Of(app);
            return new DoctorOutcome([.. findings, .. await Checkup.RunAsync(Checks(app.Services), Deadline, cancellationToken)]);
        }
        catch (Exception exception) when (SettingsFindings.Of(exception) is { Count: > 0 } findings)
        {
            return new DoctorOutcome(findings);
        }
    }

    /// <summary>The report is all that is said. No retries: what fails once is what the operator wants to see.</summary>
    private static void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<RunningService>();
        builder.Services.AddHttpClient<PlatformClient>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (PlatformClient.Patience, 1 << 20));
    }

    private static IEnumerable<ICheck> Checks(IServiceProvider services) =>
    [
        Create<ServiceCheck>(services),
        Create<FolderCheck>(services),
        Create<RedisCheck>(services),
        Create<ChatModelCheck>(services),
        Create<EmbeddingCheck>(services),
        Create<RerankerCheck>(services),
        Create<PlatformCheck>(services),
        Create<DeliveryCheck>(services),
        Create<EventsCheck>(services),
        Create<QuotaCheck>(services),
        Create<DeskCheck>(services),
    ];

    private static T Create<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);
}
