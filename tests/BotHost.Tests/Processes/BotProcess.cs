using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>The built executable as a process of its own, started as an operator starts it: settings come through the environment.</summary>
internal sealed class BotProcess : IDisposable
{
    private const string ReadyLine = "Ready. Ask at ";

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The process ended before it was ready."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(output);

    public string Errors => Read(errors);

    public bool HasExited => process.HasExited;

    public static BotProcess Start(string workingDirectory, IEnumerable<KeyValuePair<string, string>> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "BotHost.dll"), .. arguments])
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Shortens a start that is followed by a kill; the code that runs is the same.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new BotProcess(start);
    }

    /// <summary>The address from the log's last line, once it is there.</summary>
    public async Task<Uri> ReadyAsync()
    {
        try
        {
            return await ready.Task.WaitAsync(TimeSpan.FromSeconds(40));
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            throw new InvalidOperationException($"{exception.Message} It said:\n{Output}\n{Errors}", exception);
        }
    }

    /// <summary>SIGKILL: nothing of the process runs any more, not even a handler.</summary>
    public void Kill()
    {
        process.HasExited.ShouldBeFalse($"The process ended by itself:\n{Output}\n{Errors}");
        process.Kill();
        process.WaitForExit();
    }

    /// <summary><c>INT</c>, as Ctrl-C sends it, or <c>TERM</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        kill.ExitCode.ShouldBe(0);
    }

    public async Task<int> ExitAsync(TimeSpan atMost)
    {
        try
        {
            using var deadline = new CancellationTokenSource(atMost);
            await process.WaitForExitAsync(deadline.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"The process still runs after {atMost}. It said:\n{Output}\n{Errors}", exception);
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
    }

    private void Keep(StringBuilder kept, string? line)
    {
        if (line is null)
            return;
        lock (kept)
            kept.AppendLine(line);
        if (line.IndexOf(ReadyLine, StringComparison.Ordinal) is >= 0 and var at)
            ready.TrySetResult(new Uri(line[(at + ReadyLine.Length)..].Split([' ', ','])[0]));
    }

    private static string Read(StringBuilder kept)
    {
        lock (kept)
            return kept.ToString();
    }
}
