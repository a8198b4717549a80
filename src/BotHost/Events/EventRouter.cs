using System.Text;
using System.Text.Json;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Events;

/// <summary>Hands an entry of the inbox to whoever handles events of its type.</summary>
internal sealed class EventRouter(IEnumerable<IEventHandler> handlers, CallBudget budget) : IEntryHandler
{
    private readonly Dictionary<string, IEventHandler> byType = handlers.ToDictionary(handler => handler.Type);

    /// <summary>Whatever an event leads to, without calls it waits for them.</summary>
    public async Task HandleAsync(Claim claim, CancellationToken cancellationToken)
    {
        var handler = Of(claim) ?? throw new PoisonEntryException("Nothing here handles events of this type; was the entry accepted by another version?");
        try
        {
            await handler.HandleAsync(claim, cancellationToken);
        }
        catch (FeishuApiException exception) when (exception.Code == FeishuCodes.MonthlyQuotaUsedUp)
        {
            throw await budget.PostponeAsync(claim.Entry.CreatedAt);
        }
    }

    public Task GiveUpAsync(Claim claim, string cause, CancellationToken cancellationToken) =>
        Of(claim)?.GiveUpAsync(claim, cause, cancellationToken) ?? Task.CompletedTask;

    private IEventHandler? Of(Claim claim) => byType.GetValueOrDefault(TypeOf(claim.Entry.Payload));

    /// <summary>What cannot be read counts as a message: its handler says what is wrong, and tells who can be told.</summary>
    private static string TypeOf(string payload)
    {
        try
        {
            return EnvelopeReader.Read(Encoding.UTF8.GetBytes(payload)).Type ?? EventTypes.Message;
        }
        catch (JsonException)
        {
            return EventTypes.Message;
        }
    }
}
