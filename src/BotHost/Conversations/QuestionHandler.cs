using Microsoft.Extensions.Options;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Inbox;
using Wenlu.BotHost.Interruptions;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Conversations;

/// <summary>Decides what a message is, and has it answered. A second attempt at the same message speaks with the same voice.</summary>
internal sealed partial class QuestionHandler(
    BotIdentity identity, ConversationStore conversations, ConversationHistory history, Readers readers, ConversationAnswerer answerer,
    QuestionComposer composer, Overhearing overhearing, Reception reception, Tongue tongue, RecalledQuestions recalled, Replies replies, Receipts.Receipts receipts, Messenger messenger,
    Apologies apologies, IOptions<ConversationOptions> options, TimeProvider time, ILogger<QuestionHandler> logger) : IEventHandler
{
    public string Type => EventTypes.Message;

    /// <summary>Who asks in a group while the bot does not know itself is answered as soon as it does, but not much later.</summary>
    private static readonly TimeSpan WaitForIdentity = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        var message = MessageReader.Read(claim.Entry.Payload);
        if (message.ShowsOutsider)
            await readers.OutsiderSeenAsync(message.ChatId);
        await replies.ReplyAsync(message.Asked, Languages.Of(message.ReadBody(identity.Ids).Words), Reply, cancellationToken);

        Task Reply() => recalled.WhileItStandsAsync(message.Asked, claim.Entry.CreatedAt, standing => ReactAsync(claim, message, standing), cancellationToken);
    }

    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken) => MessageReader.TryRead(claim.Entry.Payload) is { } message
        ? recalled.WhileItStandsAsync(message.Asked, claim.Entry.CreatedAt, standing => GiveUpAsync(claim, message, standing), cancellationToken)
        : apologies.GiveUpAsync(claim, cancellationToken);

    private async Task GiveUpAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken)
    {
        await apologies.GiveUpAsync(claim, cancellationToken);
        // Also where nothing could be said: the receipt promised something.
        receipts.Settle(message.MessageId);
    }

    private Task ReactAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken) => Addressing.Of(message, identity.Ids, identity.IsKnown) switch
    {
        _ when claim.AcceptedAt - claim.Entry.CreatedAt > options.Value.MaxAge => IgnoreAsync(claim),
        Addressee.Us => ReplyAsync(claim, message, cancellationToken),
        Addressee.Unknown when time.GetUtcNow() - claim.AcceptedAt < WaitForIdentity =>
            throw new DeferEntryException(TimeSpan.FromSeconds(2), "The bot's own open_id is not known yet."),
        _ => OverhearAsync(claim, message, cancellationToken),
    };

    private Task IgnoreAsync(Claim claim)
    {
        Log.TooOld(logger, claim.Entry.CreatedAt);
        return Task.CompletedTask;
    }

    private async Task OverhearAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken)
    {
        if (await overhearing.HearAsync(message, cancellationToken) is { } question)
            await answerer.AnswerAsync(claim, message.Asked, question with { HistoryTokens = options.Value.TokenBudget }, cancellationToken);
    }

    private async Task ReplyAsync(Claim claim, IncomingMessage message, CancellationToken cancellationToken)
    {
        var body = message.ReadBody(identity.Ids);
        if (!await reception.HandlesAsync(claim, message, body.Markdown, cancellationToken))
            await AnswerAsync(claim, message, body, cancellationToken);
        receipts.Settle(message.MessageId);
    }

    private async Task AnswerAsync(Claim claim, IncomingMessage message, MessageBody body, CancellationToken cancellationToken)
    {
        if (NewTopic.QuestionAfter(body.Markdown) is not { } afresh)
        {
            await AnswerItAsync(claim, message, body, cancellationToken);
            return;
        }

        await conversations.ForgetAsync(message.Conversation);
        await AnswerItAsync(claim, message with { ParentId = null }, body with { Markdown = afresh, Words = NewTopic.QuestionAfter(body.Words) ?? afresh }, cancellationToken);
    }

    private async Task AnswerItAsync(Claim claim, IncomingMessage message, MessageBody body, CancellationToken cancellationToken)
    {
        await conversations.NoteThreadAsync(message.Conversation);
        var language = await LanguageAsync(message, body);
        switch (await composer.ComposeAsync(message, body, language ?? Language.Chinese, cancellationToken))
        {
            case Reading.Saying saying:
                var sentence = saying.Sentence.In(language);
                if (!await answerer.TryEndAsync(claim, message.Asked, sentence, saying.Sentence, cancellationToken))
                    await messenger.SayAsync(message.Asked, MessagePurpose.Notice, sentence, cancellationToken);
                break;
            case Reading.Asking asking:
                var labels = await readers.LabelsAsync(message.Asked, message.IsFromOutsider);
                var question = asking.Question with
                {
                    History = await history.BeforeAsync(message.Asked, message.ParentId, labels),
                    Access = labels,
                    HistoryTokens = options.Value.TokenBudget,
                };
                await answerer.AnswerAsync(claim, message.Asked, question, cancellationToken);
                break;
        }
    }

    /// <summary>A picture or a file has no language, unless its name is Chinese: that of the conversation so far counts, if there is any.</summary>
    private async Task<Language?> LanguageAsync(IncomingMessage message, MessageBody body) => body.Words.Length > 0 && !body.Words.StartsWith('/')
        ? Languages.Of(body.Words)
        : await tongue.OfAsync(message.Conversation, body.File?.Name);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Not answered: the message was written at {CreatedAt}, longer before it arrived than Conversation:MaxAge.")]
        public static partial void TooOld(ILogger logger, DateTimeOffset createdAt);
    }
}
