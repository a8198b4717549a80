using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wenlu.BotHost.Operations;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>What the service that runs with these settings, if one does, says over HTTP. Asked once, for all checks.</summary>
internal sealed class RunningService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lazy<Task<ServiceAnswer>> answer;

    public RunningService(IConfiguration configuration)
    {
        Address = AddressOf(configuration[ServiceAddress.Key] ?? "");
        answer = new(AskAsync);
    }

    /// <summary>Null when the settings name none that could be called.</summary>
    public Uri? Address { get; }

    public Task<ServiceAnswer> AnswerAsync() => answer.Value;

    private static Uri? AddressOf(string urls)
    {
        var first = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        var local = first.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://[::1]", StringComparison.Ordinal);
        return Uri.TryCreate(local, UriKind.Absolute, out var address) && address.Port > 0 ? address : null;
    }

    private async Task<ServiceAnswer> AskAsync()
    {
        if (Address is null)
            return ServiceAnswer.None;
        // A certificate for the public name does not fit the name it is called by here.
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator, UseProxy = false };
        using var http = new HttpClient(handler) { BaseAddress = Address, Timeout = Patience };
        try
        {
            using var ready = await http.GetAsync("health/ready");
            var health = Parse(await ready.Content.ReadAsStringAsync());
            return health is null ? ServiceAnswer.Stranger : new(health, false, await http.GetStringAsync("metrics"));
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return ServiceAnswer.None;
        }
    }

    private static HealthAnswer? Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, HealthJson.Default.HealthAnswer) is { Status: not null, Checks: not null } health ? health : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Health">Null when no service answers.</param>
/// <param name="IsStranger">Something else answers there.</param>
/// <param name="Metrics">As Prometheus reads them.</param>
internal sealed record ServiceAnswer(HealthAnswer? Health, bool IsStranger, string Metrics)
{
    public static readonly ServiceAnswer None = new(null, false, "");
    public static readonly ServiceAnswer Stranger = new(null, true, "");

    /// <summary>The sum of a metric over its series, or over those with a tag; null when there are none.</summary>
    public long? Sum(string name, string? tag = null)
    {
        var lines = Metrics.Split('\n').Where(line => Regex.IsMatch(line, $@"\A{name}(\{{|\s)") && (tag is null || line.Contains(tag, StringComparison.Ordinal)));
        var values = lines.Select(line => double.Parse(Regex.Match(line, @"\}?\s(?<value>[0-9.eE+-]+)").Groups["value"].Value, CultureInfo.InvariantCulture)).ToList();
        return values.Count == 0 ? null : (long)values.Sum();
    }
}
