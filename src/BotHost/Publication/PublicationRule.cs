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
/// Told of every answer that was given: counts it when its question is on the site already, publishes it when a setting opens
/// the place where it was asked and everything behind it is for everyone, and else keeps it for editors to publish if it is good.
/// </summary>
internal sealed partial class PublicationRule(
    Publisher publisher, PublishedQuestions published, QuestionCounts counts, CandidateDesk candidates, IOptions<SiteOptions> options, TimeProvider time,
    ILogger<PublicationRule> logger)
{
    /// <summary>Stands among the chats for what is asked on the site.</summary>
    public const string Site = "site";

    /// <summary>An answer that the site does not learn of is still an answer.</summary>
    /// <param name="answerId">Of an answer on a card; null for a visitor's.</param>
    /// <param name="isRepetition">The same asker wanted other words.</param>
    public async Task ConsiderAsync(string chat, Answer answer, string? answerId, bool isRepetition, CancellationToken cancellationToken)
    {
        try
        {
            if (published.FindWording(answer.StandaloneQuestion) is { } known)
                published.SetCount(known.Id, await counts.AskedAsync(known.Id));
            else if (!Opens(chat, answer) || !await TryPublishAsync(answer, cancellationToken))
                await candidates.GivenAsync(answer, answerId, isRepetition);
        }
        catch (Exception exception) when (exception is RedisException or InvalidOperationException || StoreUnavailableException.IsAbsence(exception))
        {
            Log.NotConsidered(logger, exception.Message);
        }
    }

    /// <summary>An editor's answer may have fewer readers than its sources, and is published by its editor.</summary>
    private bool Opens(string chat, Answer answer) =>
        answer.Official is null
        && options.Value.PublishChats.Contains(chat)
        && (options.Value.PublishSources.Count == 0 || answer.References.All(reference => options.Value.PublishSources.Contains(reference.DocumentId)));

    private async Task<bool> TryPublishAsync(Answer answer, CancellationToken cancellationToken)
    {
        var id = IdOf(answer.StandaloneQuestion);
        return !await counts.IsDiscardedAsync(id) && await publisher.DetachAsync(id, answer, time.GetUtcNow()) is { } question
            && (await publisher.PublishAsync(question, Precondition.Absent, "rule", cancellationToken)).Problem is null;
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
