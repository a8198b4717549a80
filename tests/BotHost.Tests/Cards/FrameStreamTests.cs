using Microsoft.Extensions.Logging.Abstractions;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class FrameStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TaskCompletionSource<string> shown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task The_first_words_do_not_wait_behind_a_mark_that_shows_nothing()
    {
        // Whoever waits for one interval waits for ever.
        var cadence = new Cadence(TimeSpan.FromHours(1), Growth: 2, TimeSpan.FromHours(2));
        await using var stream = new FrameStream(new Surface(shown), Frame, cadence, TimeProvider.System, NullLogger.Instance, CancellationToken.None);

        await stream.ShowAsync("## ");
        await seen.Task.WaitAsync(Patience);
        await stream.ShowAsync("## 年假");

        (await shown.Task.WaitAsync(Patience)).ShouldBe("年假");
    }

    private string Frame(string markdown)
    {
        seen.TrySetResult();
        return markdown.Trim('#', ' ');
    }

    private sealed class Surface(TaskCompletionSource<string> shown) : ICardSurface
    {
        public Task ShowAsync(string markdown, CancellationToken cancellationToken)
        {
            shown.TrySetResult(markdown);
            return Task.CompletedTask;
        }

        public Task FinishAsync(Card card, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
