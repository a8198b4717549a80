using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Conversations.Commands;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Interruptions;

namespace Wenlu.BotHost.Welcome;

/// <summary>Does what was chosen from the bot's menu, in the direct chat of the person who chose: the event names no chat.</summary>
internal sealed class MenuHandler(DirectChats chats, CommandRunner commands, InterruptionStore interruptions, Tongue tongue, Announcer announcer, TimeProvider time) : ChatEventHandler
{
    public override string Type => EventTypes.Menu;

    protected override async Task HandleAsync(string id, ChatEvent happened, CancellationToken cancellationToken)
    {
        var openId = happened.OperatorOpenId;
        // A person whose chat has never been seen has no conversation either.
        var chat = await chats.FindAsync(openId) ?? openId;
        var asked = new Asked(id, id, chat, chat, openId, IsDirect: true);
        await announcer.SayAsync(Destination.ToPerson(openId), id, await ObeyAsync(MenuKey.Read(happened.MenuKey), asked), cancellationToken);
    }

    /// <summary>It does not wait behind the answer it is to stop, so what comes of that wish is not known yet.</summary>
    private async Task<Notice> ObeyAsync(CommandKind command, Asked asked)
    {
        var language = await tongue.OfAsync(asked.Conversation);
        if (command != CommandKind.Stop)
            return await commands.RunAsync(command, asked, language, isOutsider: false);
        await interruptions.StopConversationAsync(asked.Conversation, asked.AskerOpenId, time.GetUtcNow());
        return new Notice(CommandTexts.Stopping.In(language));
    }
}
