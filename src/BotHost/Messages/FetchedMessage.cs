using System.Globalization;
using System.Text;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Messages;

/// <summary>Turns what the platform gives back for a message's id into our own values.</summary>
internal static class FetchedMessage
{
    /// <summary>A parcel of more is read from its beginning.</summary>
    public const int MostForwarded = 100;

    private const int DeepestForward = 4;

    /// <returns>Null when the message is not among the items, or was deleted.</returns>
    public static EarlierMessage? Read(string messageId, IReadOnlyList<MessageItem> items, IReadOnlySet<string> ourIds)
    {
        var item = items.FirstOrDefault(item => item.MessageId == messageId) ?? (items.Count == 1 ? items[0] : null);
        if (item is null or { Deleted: true })
            return null;
        var body = BodyOf(item, ourIds);
        var lines = body.IsForward ? Lines(item.MessageId ?? messageId, items, ourIds, new Speakers(), DeepestForward).Take(MostForwarded + 1).ToList() : [];
        var read = lines[..Math.Min(lines.Count, MostForwarded)];
        return new EarlierMessage(messageId, body, string.Join("\n\n", read), read.Count, lines.Count > read.Count);
    }

    private static MessageBody BodyOf(MessageItem item, IReadOnlySet<string> ourIds) =>
        BodyReader.Read(item.MsgType ?? string.Empty, item.Body?.Content ?? string.Empty, new MentionNames(MentionsOf(item), id => id is not null && ourIds.Contains(id)));

    /// <summary>Here an id is a plain text with its type beside it; in an event it is an object.</summary>
    private static IReadOnlyList<Mention> MentionsOf(MessageItem item) =>
        [.. (item.Mentions ?? []).Where(mention => mention.Key is not null)
            .Select(mention => new Mention(mention.Key!, mention.IdType is null or "open_id" ? mention.Id : null, mention.Name ?? string.Empty))];

    /// <summary>In the order in which they were written; a parcel within the parcel stands in its place.</summary>
    private static IEnumerable<string> Lines(string parcel, IReadOnlyList<MessageItem> items, IReadOnlySet<string> ourIds, Speakers speakers, int depth) =>
        items.Where(item => item.UpperMessageId == parcel && item.MessageId != parcel && !item.Deleted)
            .OrderBy(item => long.TryParse(item.CreateTime, CultureInfo.InvariantCulture, out var time) ? time : long.MaxValue)
            .SelectMany(item => BodyOf(item, ourIds) is { IsForward: true } && item.MessageId is not null && depth > 0
                ? Lines(item.MessageId, items, ourIds, speakers, depth - 1)
                : [$"{speakers.Letter(item.Sender?.Id)}: {BodyOf(item, ourIds).Markdown}"]);

    /// <summary>The platform tells no names here: who says what is told apart by letters.</summary>
    private sealed class Speakers
    {
        private readonly List<string> known = [];

        public string Letter(string? id)
        {
            if (!known.Contains(id ?? string.Empty))
                known.Add(id ?? string.Empty);
            var place = known.IndexOf(id ?? string.Empty);
            return place < 26 ? new Rune('A' + place).ToString() : $"A{place}";
        }
    }
}
