using Spectre.Console;
using Wenlu.BotHost.Cli.Eval;
using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli;

/// <summary>Runs a command and says in a sentence why it could not be done.</summary>
internal static class Attempt
{
    private const int Unbroken = 1_000;

    /// <summary>The exit code, see <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(IAnsiConsole console, Bilingual stopped, Func<Language, Task> run, CancellationToken cancellationToken)
    {
        var language = CliLanguage.Current;
        // A file or a pipe has no edge at which lines would have to be broken.
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = Unbroken;
        try
        {
            await run(language);
            return ExitCode.Done;
        }
        catch (CommandException exception)
        {
            return Fail(console, exception.Sentence.In(language), ExitCode.Misused);
        }
        catch (DatasetException exception)
        {
            return Fail(console, EvalTexts.Wrong(exception).In(language), ExitCode.Misused);
        }
        catch (ServiceException exception)
        {
            return Fail(console, exception.Sentence.In(language), ExitCode.Failed);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(console, exception.Message, ExitCode.Failed);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail(console, stopped.In(language), ExitCode.Failed);
        }
    }

    private static int Fail(IAnsiConsole console, string sentence, int code)
    {
        console.MarkupLineInterpolated($"[red]{sentence}[/]");
        return code;
    }
}
