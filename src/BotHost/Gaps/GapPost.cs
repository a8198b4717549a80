using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Inbox;

namespace Wenlu.BotHost.Gaps;

/// <summary>The bot's own errands. They go through the inbox, so that each is run by one replica, once, whatever dies meanwhile.</summary>
internal static class GapErrands
{
    public const string Tell = "wenlu.gap.answered";
    public const string Card = "wenlu.gaps.card";
    public const string Digest = "wenlu.gaps.digest";
}

/// <summary>Puts errands into the inbox. The inbox knows an id for a day, so the same errand twice is one.</summary>
internal sealed class GapPost(AcceptEntry accept, IOptions<GapOptions> options, TimeProvider time)
{
    /// <summary>What tells somebody is found by this, and said once.</summary>
    public static string KeyOf(string askKey) => $"told-{askKey}";

    public Task TellAsync(Gap gap, GapAsk ask) =>
        SendAsync(KeyOf(ask.Key), ask.Asked!.Conversation, GapErrands.Tell, new JsonObject { ["gap"] = gap.Id, ["key"] = ask.Key });

    /// <param name="type"><see cref="GapErrands.Card"/> or <see cref="GapErrands.Digest"/>.</param>
    /// <param name="day">The day it is of.</param>
    public Task ReportAsync(string type, string id, string day) => SendAsync(id, options.Value.Chat, type, new JsonObject { ["day"] = day });

    private Task<bool> SendAsync(string id, string conversation, string type, JsonObject body)
    {
        var envelope = new JsonObject
        {
            ["schema"] = "2.0",
            ["header"] = new JsonObject { ["event_id"] = id, ["event_type"] = type },
            ["event"] = body,
        };
        return accept(new InboxEntry(id, conversation, envelope.ToJsonString(), time.GetUtcNow(), Activity.Current?.Id));
    }

    public static JsonNode BodyOf(InboxEntry entry) => JsonNode.Parse(entry.Payload)!["event"]!;
}
