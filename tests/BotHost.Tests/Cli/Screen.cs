using Spectre.Console;

namespace Wenlu.BotHost.Tests.Cli;

/// <summary>What a command prints when its output goes into a file.</summary>
internal sealed class Screen : IDisposable
{
    private readonly StringWriter output = new();

    public Screen() => Console = AnsiConsole.Create(
        new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });

    public IAnsiConsole Console { get; }

    public string Text => output.ToString();

    /// <summary>The words after those that a line begins with.</summary>
    public string[] Row(string first) => Text.Split('\n').Last(line => line.StartsWith(first + " ", StringComparison.Ordinal))[first.Length..]
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Dispose() => output.Dispose();
}
