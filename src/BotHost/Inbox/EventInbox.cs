namespace Wenlu.BotHost.Inbox;

internal sealed class EventInbox
{
    public Task<bool> AcceptAsync(InboxEntry entry) => throw new NotSupportedException(entry.Id);
}
