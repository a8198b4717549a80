using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace Wenlu.BotHost.Llm;

/// <summary>
/// How a server, or a gateway before it, says in the middle of a stream that the rest will not come: an event with an error instead
/// of choices. The client reads it as an event without text.
/// </summary>
internal static class ErrorEvent
{
    public static bool IsIn(ChatResponseUpdate update) =>
        update.RawRepresentation is StreamingChatCompletionUpdate { ContentUpdate.Count: 0 } received && HasError(received);

    // Some servers send the field with every event, as null.
#pragma warning disable SCME0001 // The only way to fields that the client does not know; marked as subject to change.
    private static bool HasError(StreamingChatCompletionUpdate received) =>
        received.Patch.TryGetJson("$.error"u8, out var error) && !error.Span.SequenceEqual("null"u8);
#pragma warning restore SCME0001
}
