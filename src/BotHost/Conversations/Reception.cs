using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Conversations.Commands;
using Wenlu.BotHost.Conversations.Limits;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Conversations;

/// <summary>
/// What happens to a message for the bot before it is a question: it is obeyed when it is a command, and turned away when there are
/// too many.
/// </summary>
internal sealed class Reception(
    DirectChats chats, CommandRunner commands, RateLimits limits, Tongue tongue, Messenger messenger)
{
    /// <returns>True when nothing is left to do.</returns>
    public async Task<bool> HandlesAsync(Claim claim, IncomingMessage message, string text, CancellationToken cancellationToken)
    {
        if (message is { IsDirect: true, Sender.OpenId: { } openId })
            await chats.RememberAsync(openId, message.ChatId);
        if (CommandReader.Read(text) is { } command)
        {
            var notice = await commands.RunAsync(command, message.Asked, await LanguageAsync(message, text), message.IsFromOutsider);
            await messenger.NotifyAsync(Destination.InReplyTo(message.Asked), message.MessageId, notice, cancellationToken);
            return true;
        }

        var admission = await limits.AdmitAsync(message.Asked, claim.AcceptedAt);
        if (admission == Admission.RefusedAloud)
            await messenger.SayAsync(message.Asked, MessagePurpose.Notice, ConversationTexts.TooManyQuestions.In(await LanguageAsync(message, text)), cancellationToken);
        return admission != Admission.Admitted;
    }

    /// <summary>A command in letters is written so by everybody: what was said before counts then, as far as there is any.</summary>
    private async Task<Language?> LanguageAsync(IncomingMessage message, string text) =>
        Languages.Of(text) == Language.Chinese ? Language.Chinese
        : text is ['/' or '／', ..] || text.Length == 0 ? await tongue.OfAsync(message.Conversation)
        : Language.English;
}
