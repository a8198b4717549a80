using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Welcome;

/// <summary>
/// Greets a group that the bot was added to, once until it is removed: the event does not name the bot, so it may as well tell of
/// another one.
/// </summary>
internal sealed class GroupWelcome(Greetings greetings, Readers readers, Guide guide, Tongue tongue, Announcer announcer) : ChatEventHandler
{
    public override string Type => EventTypes.BotAdded;

    protected override async Task HandleAsync(string id, ChatEvent happened, CancellationToken cancellationToken)
    {
        if (happened.IsExternal)
            await readers.OutsiderSeenAsync(happened.ChatId);
        if (!await greetings.BeginAsync(happened.ChatId, id))
            return;
        var asked = new Asked(id, id, happened.ChatId, happened.ChatId, happened.OperatorOpenId, IsDirect: false);
        var language = await tongue.OfAsync(happened.ChatId, happened.Name);
        var notice = await guide.MakeAsync(asked, WelcomeTexts.ToGroup, language, happened.IsExternal);
        await announcer.SayAsync(Destination.ToChat(happened.ChatId), id, notice, cancellationToken);
        await greetings.EndAsync(happened.ChatId);
    }
}
