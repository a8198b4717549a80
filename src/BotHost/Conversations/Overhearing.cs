using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Messages;
using Wenlu.Retrieval.Confidence;

namespace Wenlu.BotHost.Conversations;

/// <summary>
/// In groups that the settings list the bot may answer a question that was asked into the room: a plain one, to which it surely
/// knows the answer, and never two within a minute. Until all of that is certain it does nothing that anybody could notice.
/// </summary>
/// <remarks>Key: <c>overheard:{chat id}</c>, string, the message that was answered, living one minute.</remarks>
internal sealed partial class Overhearing(
    PassageFinder finder, Readers readers, IConnectionMultiplexer store, IOptions<ConversationOptions> options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private const int ShortestQuestion = 4;
    private const int LongestQuestion = 300;

    /// <returns>The question to answer, or null to stay silent.</returns>
    public async Task<Question?> HearAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        if (!options.Value.UnmentionedChats.Contains(message.ChatId) || !IsSaidToTheRoom(message))
            return null;
        var body = message.ReadBody(new HashSet<string>());
        if (!IsPlainQuestion(body))
            return null;
        var question = new Question(body.Markdown, [], await readers.LabelsAsync(message.Asked, message.IsFromOutsider)) { SearchText = body.Words };
        return await IsSureAsync(question, cancellationToken) && await TakeTurnAsync(message) ? question : null;
    }

    /// <summary>By a person, to nobody in particular: who replies or mentions somebody speaks to them.</summary>
    public static bool IsSaidToTheRoom(IncomingMessage message) =>
        message is { IsDirect: false, Sender.IsPerson: true, ParentId: null or "", Mentions: [], Type: "text" or "post" };

    public static bool IsPlainQuestion(MessageBody body) =>
        body is { Sentence: null, Images: [], Words.Length: >= ShortestQuestion and <= LongestQuestion } && !body.Words.StartsWith('/') && Asking().IsMatch(body.Words);

    private async Task<bool> IsSureAsync(Question question, CancellationToken cancellationToken)
    {
        var understood = new UnderstoodQuestion(question.SearchText, [], Languages.Of(question.Text));
        return (await finder.FindAsync(understood, question, cancellationToken)).Band == AnswerBand.Answer;
    }

    /// <summary>The same message may take its turn again: an attempt that died is continued.</summary>
    private async Task<bool> TakeTurnAsync(IncomingMessage message)
    {
        var database = store.GetDatabase();
        var key = $"overheard:{{{message.ChatId}}}";
        return await database.StringSetAsync(key, message.MessageId, Pause, When.NotExists) || await database.StringGetAsync(key) == message.MessageId;
    }

    [GeneratedRegex(@"[?？]|什么|怎么|怎样|如何|为何|为啥|哪|谁知道|多少|几(个|天|点|号)|是否|能不能|可不可以|有没有|吗\s*$|\b(what|how|why|when|where|who|which|does|can|could|is there)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();
}
