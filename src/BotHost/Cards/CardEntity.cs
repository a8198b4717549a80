using System.Text.Json;
using Polly;
using Polly.Retry;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cards;

/// <summary>A CardKit entity: streamed as text, closed, then replaced by the finished card. One operation at a time.</summary>
internal sealed partial class CardEntity(IFeishuApi api, Pacer pacer, CardSequence sequence, string cardId, ILogger logger) : ICardSurface
{
    /// <summary>Each try is a new operation with the next number: the one before may have been executed after all.</summary>
    private static readonly ResiliencePipeline Persistently = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
    {
        MaxRetryAttempts = 4,
        Delay = TimeSpan.FromMilliseconds(400),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(PlatformFailures.MayPass(arguments.Outcome.Exception)),
    }).Build();

    public Task ShowAsync(string markdown, CancellationToken cancellationToken) => OperateAsync(
        (number, uuid, token) => api.StreamTextAsync(cardId, CardLayout.AnswerElement, new ElementText(markdown, number, uuid), token),
        cancellationToken);

    public async Task FinishAsync(Card card, CancellationToken cancellationToken)
    {
        await CloseStreamAsync(card.Config.Summary, cancellationToken);
        var json = CardData.FromJson(card.ToJson());
        await Persistently.ExecuteAsync(
            async token => await OperateAsync(
                (number, uuid, inner) => api.ReplaceCardAsync(cardId, new CardReplacement(json, number, uuid), inner), token),
            cancellationToken);
    }

    /// <summary>The replacement repairs a stream that has died already, so closing it may fail.</summary>
    private async Task CloseStreamAsync(CardSummary summary, CancellationToken cancellationToken)
    {
        var settings = JsonSerializer.Serialize(new CardSettingsContent(new ClosingConfig(summary)), CardJson.Default.CardSettingsContent);
        try
        {
            await Persistently.ExecuteAsync(
                async token => await OperateAsync(
                    (number, uuid, inner) => api.UpdateSettingsAsync(cardId, new CardSettings(settings, number, uuid), inner), token),
                cancellationToken);
        }
        catch (FeishuApiException exception) when (!exception.IsRateLimit && !FeishuCodes.IsNobodyThere(exception.Code))
        {
            Log.StreamNotClosed(logger, cardId, exception.Message);
        }
    }

    private async Task OperateAsync(Func<int, string, CancellationToken, Task> operation, CancellationToken cancellationToken)
    {
        await pacer.WaitAsync(cardId, Pacer.Card, cancellationToken);
        var (number, uuid) = await sequence.NextAsync();
        try
        {
            await operation(number, uuid, cancellationToken);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.SequenceNotIncreasing)
        {
            sequence.SkipAhead();
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The stream of card {CardId} could not be closed by its settings: {Reason}")]
        public static partial void StreamNotClosed(ILogger logger, string cardId, string reason);
    }
}
