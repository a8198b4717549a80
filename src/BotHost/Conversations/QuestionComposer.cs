using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;
using Wenlu.BotHost.Llm;
using Wenlu.BotHost.Messages;

namespace Wenlu.BotHost.Conversations;

/// <summary>Makes a question of a message: its own words, what it replies to, its pictures and its files.</summary>
internal sealed partial class QuestionComposer(
    Quotes quotes, EarlierMessages earlier, AttachmentReader attachments, MessagePictures pictures, PictureReader eyes, ChatModels models)
{
    private const int LongestQuestion = 4_000;
    private const int LongestQuote = 4_000;

    // Of a quote that says what is meant; a whole page of terms would bury the question's own.
    private const int SearchedOfQuote = 200;

    /// <param name="message">As it came; without a parent what it replies to does not count.</param>
    /// <param name="body">What of it is to be read, which may be a part.</param>
    /// <param name="language">For what has none of its own.</param>
    public async Task<Reading> ComposeAsync(IncomingMessage message, MessageBody body, Language language, CancellationToken cancellationToken)
    {
        switch (body)
        {
            case { Sentence: { } sentence }:
                return new Reading.Saying(sentence);
            case { File: { } file }:
                return new Reading.Saying((await attachments.ReadFileAsync(message.Conversation, message.MessageId, file, cancellationToken)).Sentence);
            case { IsForward: true }:
                var parcel = await earlier.FindAsync(message.MessageId, cancellationToken);
                return new Reading.Saying((await attachments.KeepForwardAsync(message.Conversation, parcel, language)).Sentence);
            case { Markdown.Length: > LongestQuestion }:
                return new Reading.Saying(ConversationTexts.TooLong);
            default:
                var quote = await quotes.FindAsync(message, cancellationToken);
                var draft = await QuoteAsync(new Draft(body.Markdown, body.Words), quote, message, language, cancellationToken);
                draft = await LookAsync(draft, body, quote.Message, message, language, cancellationToken);
                return draft.ToReading();
        }
    }

    private async Task<Draft> QuoteAsync(Draft draft, Quote quote, IncomingMessage message, Language language, CancellationToken cancellationToken)
    {
        if (quote.IsMissing)
            return draft.NeedsTopic ? draft.Without(ConversationTexts.QuoteMissing).Noting(ConversationTexts.AnsweredWithoutQuote) : draft;
        if (quote.Message is not { } quoted)
            return draft;
        if (quoted.Body.File is { } file)
            return draft.About(await attachments.ReadFileAsync(message.Conversation, quoted.MessageId, file, cancellationToken));
        if (quoted.Body.IsForward)
            return draft.About(await attachments.KeepForwardAsync(message.Conversation, quoted, language));
        return draft.Quoting(Cut(quoted.Body.Markdown, LongestQuote), Cut(quoted.Body.Words, draft.Words.Length == 0 ? LongestQuote : SearchedOfQuote), quoted.Body.Sentence);
    }

    /// <summary>Pictures beside a question that says enough go to the model with it. Of those that are the question, it is first asked what they ask.</summary>
    private async Task<Draft> LookAsync(
        Draft draft, MessageBody body, EarlierMessage? quoted, IncomingMessage message, Language language, CancellationToken cancellationToken)
    {
        List<(string, string)> wanted =
            [.. body.Images.Select(key => (message.MessageId, key)), .. (quoted?.Body.Images ?? []).Select(key => (quoted!.MessageId, key))];
        if (wanted.Count == 0)
            return draft;
        if (!models.Sees)
            return draft.Without(ConversationTexts.CannotSee).Noting(AnswerTexts.PicturesNotSeen);
        var fetched = await pictures.FetchAsync(wanted, cancellationToken);
        if (fetched.Problem is { } problem)
            draft = draft.Without(problem).Noting(problem);
        if (fetched.Pictures.Count == 0)
            return draft;
        draft = draft with { Pictures = fetched.Pictures };
        if (!draft.NeedsTopic && !PictureWords().IsMatch(draft.Words))
            return draft;
        var seen = await eyes.ReadAsync(draft.Text, fetched.Pictures, draft.Words.Length > 0 ? Languages.Of(draft.Words) : language, cancellationToken);
        return seen is not null ? draft.Showing(seen) : draft.Without(models.Sees ? ConversationTexts.PictureUnclear : ConversationTexts.CannotSee);
    }

    [GeneratedRegex(@"图(里|中|上|片)|(这|那|上)(张|幅)|截图|照片|\b(pictures?|images?|screenshots?|photos?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PictureWords();

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
