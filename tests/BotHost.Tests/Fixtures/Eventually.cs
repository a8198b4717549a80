using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Wenlu.BotHost.Tests.Fixtures;

/// <summary>Waits for what must become true soon, and fails with its own text when it does not.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var waiting = Stopwatch.StartNew();
        while (!await condition())
        {
            waiting.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15), text);
            await Task.Delay(10);
        }
    }

    public static Task TrueAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        TrueAsync(() => Task.FromResult(condition()), text);
}
