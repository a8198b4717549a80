using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Publication;

/// <summary>
/// Told of every answer that was given: counts it when its question is on the site already, and publishes it when a setting opens
/// the place where it was asked and everything behind it is for everyone.
/// </summary>
internal sealed partial class PublicationRule(
    Publisher publisher, PublishedQuestions published, QuestionCounts counts, IOptions<SiteOptions> options, TimeProvider time, ILogger<PublicationRule> logger)
{
    /// <summary>Stands among the chats for what is asked on the site.</summary>
    public const string Site = "site";

    /// <summary>An answer that the site does not learn of is still an answer.</summary>
    public async Task ConsiderAsync(string chat, Answer answer, CancellationToken cancellationToken)
    {
        try
        {
            if (published.FindWording(answer.StandaloneQuestion) is { } known)
                published.SetCount(known.Id, await counts.AskedAsync(known.Id));
            else if (Opens(chat, answer))
                await PublishAsync(answer, cancellationToken);
        }
        catch (Exception exception) when (exception is RedisException || StoreUnavailableException.IsAbsence(exception))
        {
            Log.NotConsidered(logger, exception.Message);
        }
    }

    private bool Opens(string chat, Answer answer) =>
        options.Value.PublishChats.Contains(chat)
        && (options.Value.PublishSources.Count == 0 || answer.References.All(reference => options.Value.PublishSources.Contains(reference.DocumentId)));

    private async Task PublishAsync(Answer answer, CancellationToken cancellationToken)
    {
        var id = IdOf(answer.StandaloneQuestion);
        if (!await counts.IsDiscardedAsync(id) && await publisher.DetachAsync(id, answer, time.GetUtcNow()) is { } question)
            await publisher.PublishAsync(question, Precondition.Absent, "rule", cancellationToken);
    }

    /// <summary>The same for every asking in these words.</summary>
    public static string IdOf(string question) =>
        "q-" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Slug.Wording(question))).AsSpan(0, 9));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An answer was given but not considered for the site: {Cause}")]
        public static partial void NotConsidered(ILogger logger, string cause);
    }
}
