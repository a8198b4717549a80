using System.Text;
using Spectre.Console;

namespace Wenlu.BotHost.Tests.Cli.Doctor;

/// <summary>What a command prints on a terminal of some width, without its colours.</summary>
internal sealed class Terminal : IAnsiConsoleOutput, IDisposable
{
    private readonly StringWriter writer = new();

    public Terminal(int width)
    {
        Width = width;
        Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = this });
        Console.Profile.Capabilities.Unicode = true;
    }

    public IAnsiConsole Console { get; }

    public string Text => writer.ToString();

    public TextWriter Writer => writer;

    public bool IsTerminal => true;

    public int Width { get; }

    public int Height => 50;

    public void SetEncoding(Encoding encoding)
    {
        // A string has none.
    }

    public void Dispose() => writer.Dispose();
}
