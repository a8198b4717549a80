using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Welcome;

/// <summary>Greets a person who opens the direct chat for the first time; the event comes at every opening.</summary>
internal sealed class DirectWelcome(Greetings greetings, DirectChats chats, Guide guide, Tongue tongue, Announcer announcer) : ChatEventHandler
{
    public override string Type => EventTypes.ChatEntered;

    protected override async Task HandleAsync(string id, ChatEvent happened, CancellationToken cancellationToken)
    {
        if (happened.OperatorOpenId.Length == 0)
            return;
        await chats.RememberAsync(happened.OperatorOpenId, happened.ChatId);
        if (!await greetings.BeginAsync(happened.OperatorOpenId, id))
            return;
        var asked = new Asked(id, id, happened.ChatId, happened.ChatId, happened.OperatorOpenId, IsDirect: true);
        var notice = await guide.MakeAsync(asked, WelcomeTexts.ToPerson, await tongue.OfAsync(happened.ChatId), isOutsider: false);
        await announcer.SayAsync(Destination.ToChat(happened.ChatId), id, notice, cancellationToken);
        await greetings.EndAsync(happened.OperatorOpenId);
    }
}
