using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Conversations;

/// <param name="Problem">Why one of them, or all, are missing; null when none is.</param>
internal readonly record struct FetchedPictures(IReadOnlyList<Picture> Pictures, Bilingual? Problem);

/// <summary>Fetches the pictures of messages for a model to look at.</summary>
internal sealed class MessagePictures(MessageResources resources)
{
    /// <summary>Each one is paid for like a page of text.</summary>
    private const int Most = 4;

    /// <param name="wanted">The message that a picture is in, and its key.</param>
    public async Task<FetchedPictures> FetchAsync(IReadOnlyList<(string MessageId, string Key)> wanted, CancellationToken cancellationToken)
    {
        var pictures = new List<Picture>();
        Bilingual? problem = wanted.Count > Most ? ConversationTexts.TooManyPictures(Most) : null;
        foreach (var (messageId, key) in wanted.Take(Most))
        {
            var resource = await resources.FetchImageAsync(messageId, key, Picture.MostBytes, cancellationToken);
            if (resource.Outcome == ResourceOutcome.Fetched && Picture.Recognise(resource.Content) is { } picture)
                pictures.Add(picture);
            else
                problem = Problem(resource.Outcome);
        }

        return new FetchedPictures(pictures, problem);
    }

    private static Bilingual Problem(ResourceOutcome outcome) => outcome switch
    {
        ResourceOutcome.TooLarge => ConversationTexts.PictureTooLarge,
        ResourceOutcome.Unavailable => ConversationTexts.PictureNotFetched,
        _ => ConversationTexts.PictureUnknown,
    };
}
