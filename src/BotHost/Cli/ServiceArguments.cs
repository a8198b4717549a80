namespace Wenlu.BotHost.Cli;

/// <summary>How a command is told which service to speak to, and as whom.</summary>
internal static class ServiceArguments
{
    public const string DefaultServer = "http://localhost:8080";

    private const string KeyVariable = "WENLU_KEY";

    public static string? KeyOfEnvironment => Environment.GetEnvironmentVariable(KeyVariable);

    /// <summary>The address with a slash at its end, so that paths can be put behind it; null when it is none.</summary>
    public static Uri? AddressOf(string server) =>
        Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address : null;
}
