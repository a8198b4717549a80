using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Conversations.Commands;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Welcome;

/// <summary>Does what was chosen from the bot's menu, in the direct chat of the person who chose: the event names no chat.</summary>
internal sealed class MenuHandler(DirectChats chats, CommandRunner commands, Tongue tongue, Announcer announcer, TimeProvider time) : ChatEventHandler
{
    public override string Type => EventTypes.Menu;

    protected override async Task HandleAsync(string id, ChatEvent happened, CancellationToken cancellationToken)
    {
        var openId = happened.OperatorOpenId;
        // A person whose chat has never been seen has no conversation either.
        var chat = await chats.FindAsync(openId) ?? openId;
        var asked = new Asked(id, id, chat, chat, openId, IsDirect: true);
        var notice = await commands.RunAsync(MenuKey.Read(happened.MenuKey), asked, await tongue.OfAsync(chat), isOutsider: false, time.GetUtcNow());
        await announcer.SayAsync(Destination.ToPerson(openId), id, notice, cancellationToken);
    }
}
