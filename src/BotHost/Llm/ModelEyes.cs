using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Llm;

/// <summary>Whether the model is shown pictures: as it is set, or as it turned out.</summary>
internal sealed class ModelEyes(Vision vision, TimeProvider time)
{
    /// <summary>A refusal may have been that picture's fault, or the model may be replaced by one that sees: it is tried again then.</summary>
    private static readonly TimeSpan Closed = TimeSpan.FromHours(1);

    private long openAt;

    public bool AreOpen => vision switch
    {
        Vision.Yes => true,
        Vision.No => false,
        _ => time.GetUtcNow().UtcTicks >= Interlocked.Read(ref openAt),
    };

    public void Close() => Interlocked.Exchange(ref openAt, (time.GetUtcNow() + Closed).UtcTicks);

    /// <summary>How endpoints say no to a kind of content, as opposed to what is in it.</summary>
    public static bool MayBeBlind(ModelCallException exception) => exception is { Status: 400 or 404 or 415 or 422, IsFiltered: false };

    public static bool HavePictures(IEnumerable<ChatMessage> messages) => messages.Any(message => message.Contents.Any(content => content is DataContent));

    public static IReadOnlyList<ChatMessage> WithoutPictures(IEnumerable<ChatMessage> messages) =>
        [.. messages.Select(message => new ChatMessage(message.Role, [.. message.Contents.Where(content => content is not DataContent)]))];
}
