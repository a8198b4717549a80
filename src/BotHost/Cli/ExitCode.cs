namespace Wenlu.BotHost.Cli;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Begun, and not brought to its end.</summary>
    public const int Failed = 1;

    /// <summary>Wrong arguments or wrong files: nothing was begun.</summary>
    public const int Misused = 2;
}
