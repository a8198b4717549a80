using Microsoft.Extensions.Options;
using Wenlu.BotHost.Messages;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Attachments;

/// <param name="Document">Null when nothing could be read.</param>
/// <param name="Sentence">What the one who sent it is told.</param>
internal readonly record struct ReadAttachment(AttachedDocument? Document, Bilingual Sentence);

/// <summary>Fetches and reads what somebody brings into a conversation, and keeps it for the conversation's questions.</summary>
internal sealed partial class AttachmentReader(
    MessageResources resources, AttachmentStore attachments, IOptions<AttachmentOptions> options, TimeProvider time, ILogger<AttachmentReader> logger)
{
    /// <param name="messageId">The message that the file is in.</param>
    public async Task<ReadAttachment> ReadFileAsync(string conversation, string messageId, AttachedFile file, CancellationToken cancellationToken)
    {
        if (!FileReader.IsReadable(file.Name))
            return new(null, AttachmentTexts.CannotBeRead);
        if (await attachments.FindAsync(conversation, messageId) is { } known)
            return new(known, Told(known));
        var resource = await resources.FetchFileAsync(messageId, file.Key, options.Value.MaxBytes, cancellationToken);
        if (resource.Outcome != ResourceOutcome.Fetched)
            return new(null, resource.Outcome == ResourceOutcome.TooLarge ? AttachmentTexts.TooLarge(options.Value.MaxMegabytes) : AttachmentTexts.NotFetched);
        var extraction = await FileReader.ReadAsync(file.Name, resource.Content, options.Value, time, cancellationToken);
        Log.FileRead(logger, messageId, extraction.GetType().Name);
        return extraction switch
        {
            Extraction.Text text => await KeepFileAsync(conversation, new(messageId, file.Name, text.Markdown, text.IsCut, time.GetUtcNow())),
            Extraction.Refused refused => new(null, refused.Sentence),
            _ => throw new InvalidOperationException("An extraction is one of two."),
        };
    }

    public async Task<ReadAttachment> KeepForwardAsync(string conversation, EarlierMessage? parcel, Language language)
    {
        if (parcel is not { ForwardedCount: > 0 })
            return new(null, AttachmentTexts.ForwardNotFetched);
        var isTooLong = parcel.Forwarded.Length > options.Value.MaxCharacters;
        var markdown = isTooLong ? parcel.Forwarded[..options.Value.MaxCharacters] : parcel.Forwarded;
        var isCut = isTooLong || parcel.IsForwardCut;
        var document = new AttachedDocument(parcel.MessageId, AttachmentTexts.ForwardTitle.In(language), markdown, isCut, time.GetUtcNow());
        return await KeepAsync(conversation, document, AttachmentTexts.ForwardRead(parcel.ForwardedCount, isCut));
    }

    private async Task<ReadAttachment> KeepAsync(string conversation, AttachedDocument document, Bilingual sentence) =>
        await attachments.AddAsync(conversation, document) is [.., var forgotten]
            ? new(document, AttachmentTexts.MakingRoom(sentence, AttachmentStore.MostDocuments, forgotten.Title))
            : new(document, sentence);

    private Task<ReadAttachment> KeepFileAsync(string conversation, AttachedDocument document) => KeepAsync(conversation, document, Told(document));

    private static Bilingual Told(AttachedDocument document) =>
        AttachmentTexts.Read(document.Title, MarkdownChunker.Cut(document.Title, document.Markdown).Count, document.IsCut);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The file of message {MessageId} was read: {Outcome}.")]
        public static partial void FileRead(ILogger logger, string messageId, string outcome);
    }
}
