using Microsoft.Extensions.Options;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Conversations;

/// <summary>Decides what a message is, and has it answered. A second attempt at the same message speaks with the same voice.</summary>
internal sealed partial class QuestionHandler(
    BotIdentity identity, ConversationStore conversations, ConversationHistory history, Readers readers, ConversationAnswerer answerer,
    Messenger messenger, Apologies apologies, IOptions<ConversationOptions> options, TimeProvider time, ILogger<QuestionHandler> logger) : IEventHandler
{
    public string Type => EventTypes.Message;

    private const int MaxQuestionLength = 4_000;

    /// <summary>Who asks in a group while the bot does not know itself is answered as soon as it does, but not much later.</summary>
    private static readonly TimeSpan WaitForIdentity = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        var message = MessageReader.Read(claim.Entry.Payload);
        try
        {
            await ReactAsync(claim, message, cancellationToken);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsNobodyThere(exception.Code))
        {
            Log.NobodyThere(logger, exception.Message);
        }
        catch (FeishuApiException exception) when (exception.IsRateLimit || exception.IsCardInUse)
        {
            throw new DeferEntryException(exception.RetryAfter ?? TimeSpan.FromSeconds(1), exception.Message);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsContentRefused(exception.Code))
        {
            Log.ReplyRefused(logger, exception.Message);
            await apologies.ExcuseAsync(message, cancellationToken);
        }
        catch (FeishuApiException exception) when (FeishuCodes.IsAppRefused(exception.Code))
        {
            throw new PoisonEntryException($"No reply can be sent until the app's permissions or this program are put right. {exception.Message}", exception);
        }
    }

    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken) => apologies.GiveUpAsync(claim, cancellationToken);

    private Task ReactAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken) => Addressing.Of(message, identity.OpenId) switch
    {
        Addressee.Us => ReplyAsync(claim, message, cancellationToken),
        Addressee.Unknown when time.GetUtcNow() - claim.AcceptedAt < WaitForIdentity =>
            throw new DeferEntryException(TimeSpan.FromSeconds(2), "The bot's own open_id is not known yet."),
        _ => Task.CompletedTask,
    };

    private async Task ReplyAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken)
    {
        var text = message.Type == "text" ? MessageText.Of(message, identity.OpenId) : null;
        switch (text)
        {
            case null:
                await SayAsync(ConversationTexts.OnlyText);
                break;
            case "":
                await SayAsync(ConversationTexts.Empty);
                break;
            case { Length: > MaxQuestionLength }:
                await SayAsync(ConversationTexts.TooLong);
                break;
            case var _ when NewTopic.QuestionAfter(text) is { } question:
                await StartOverAsync(question);
                break;
            default:
                await AnswerAsync(claim, message, text, MessageText.WithoutNames(message), cancellationToken);
                break;
        }

        async Task StartOverAsync(string question)
        {
            if (question.Length == 0)
                await SayAsync(ConversationTexts.NewTopic);
            await conversations.ForgetAsync(message.Conversation);
            if (question.Length > 0)
                await AnswerAsync(claim, message with { ParentId = null }, question, NewTopic.QuestionAfter(MessageText.WithoutNames(message)) ?? question, cancellationToken);
        }

        async Task SayAsync(Bilingual sentence) =>
            await messenger.SayAsync(message.Asked, MessagePurpose.Notice, sentence.In(await LanguageAsync(message, text)), cancellationToken);
    }

    /// <summary>A command or a picture has no language: that of the conversation so far counts, and Chinese where there is none.</summary>
    private async Task<Language> LanguageAsync(IncomingMessage message, string? text) => text is { Length: > 0 } && !text.StartsWith('/')
        ? Languages.Of(text)
        : await conversations.ReadAsync(message.Conversation) is [.., var last] ? Languages.Of(last.Question) : Language.Chinese;

    private async Task AnswerAsync(Claim claim, IncomingMessage message, string text, string searchText, CancellationToken cancellationToken)
    {
        var before = await history.BeforeAsync(message.Asked, message.ParentId);
        var question = new Question(text, before, await readers.LabelsAsync(message.Asked, message.IsFromOutsider))
        {
            SearchText = searchText,
            HistoryTokens = options.Value.TokenBudget,
        };
        await answerer.AnswerAsync(claim, message.Asked, question, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Nobody is there to read the answer any more: {Reason}")]
        public static partial void NobodyThere(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "The platform does not take this reply, and would not the next time: {Reason}")]
        public static partial void ReplyRefused(ILogger logger, string reason);
    }
}
