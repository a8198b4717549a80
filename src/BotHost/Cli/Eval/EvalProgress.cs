using Spectre.Console;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary>How far an evaluation is, for somebody who watches; nothing where nobody does.</summary>
internal sealed class EvalProgress(ProgressContext? context, Language language)
{
    private ProgressTask? current;

    public static Task<T> ShowAsync<T>(IAnsiConsole console, Language language, Func<EvalProgress, Task<T>> run) =>
        console.Profile.Capabilities.Interactive
            ? console.Progress().AutoClear(true).StartAsync(context => run(new EvalProgress(context, language)))
            : run(new EvalProgress(null, language));

    /// <summary>Ends the stage before and begins the next, which counts up to a number.</summary>
    public IProgress<int> Begin(Bilingual stage, int count)
    {
        if (current is not null)
            current.Value = current.MaxValue;
        current = context?.AddTask(stage.In(language), maxValue: Math.Max(1, count));
        return new Counter(current);
    }

    // Progress<T> would hand each number to another thread, which then competes with what is measured.
    private sealed class Counter(ProgressTask? task) : IProgress<int>
    {
        public void Report(int value)
        {
            if (task is not null)
                task.Value = value;
        }
    }
}
