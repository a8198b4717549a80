namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>A document as it is given to the knowledge base.</summary>
/// <param name="Title">Plain text; empty for a document without one.</param>
/// <param name="Markdown">Without the title. Every heading carries the id of its block as <c>{#id}</c>, to be appended to the document's address.</param>
/// <param name="Skipped">What of the document is not in the Markdown, in its order.</param>
internal sealed record ConvertedDocument(string Title, string Markdown, IReadOnlyList<SkippedBlock> Skipped);

internal enum SkipReason
{
    /// <summary>Another application's content, which the document only shows.</summary>
    Embedded,

    /// <summary>A drawing: nothing in it is text.</summary>
    Drawing,

    /// <summary>A synced block or sheet that the app may not read, or that is gone.</summary>
    Unreadable,

    /// <summary>A kind of block that this version does not know.</summary>
    Unknown,

    /// <summary>Nested too deeply, or within itself.</summary>
    TooDeep,
}

/// <param name="BlockId">Opens the document there.</param>
internal sealed record SkippedBlock(string BlockId, BlockType Type, SkipReason Reason);
