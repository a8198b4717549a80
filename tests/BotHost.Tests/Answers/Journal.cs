using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Wenlu.BotHost.Tests.Answers;

/// <summary>Everything that was logged, with the exceptions as a console would print them.</summary>
internal sealed class Journal : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Pen(lines);

    public void Dispose()
    {
    }

    private sealed class Pen(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
