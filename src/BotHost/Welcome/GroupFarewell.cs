using Wenlu.BotHost.Conversations;
using Wenlu.BotHost.Events;

namespace Wenlu.BotHost.Welcome;

/// <summary>
/// Ends a group's conversations when the bot was removed from it: what was said there is forgotten. What still waits to be answered
/// is dropped by <see cref="Departures"/>.
/// </summary>
internal sealed class GroupFarewell(ConversationStore conversations, Greetings greetings) : ChatEventHandler
{
    public override string Type => EventTypes.BotRemoved;

    protected override async Task HandleAsync(string id, ChatEvent happened, CancellationToken cancellationToken)
    {
        await conversations.ForgetChatAsync(happened.ChatId);
        await greetings.ForgetAsync(happened.ChatId);
    }
}
