namespace Wenlu.BotHost.Cli;

/// <summary>The terminal's language, by the variables that every other tool goes by.</summary>
internal static class CliLanguage
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static Language Current => Of(Environment.GetEnvironmentVariable);

    public static Language Of(Func<string, string?> variable) =>
        Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value))?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) is true
            ? Language.Chinese
            : Language.English;
}
