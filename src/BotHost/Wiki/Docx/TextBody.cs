using System.Text.Json.Serialization;

namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>What a block of text says; either half is missing in an empty paragraph.</summary>
internal sealed record TextBody(IReadOnlyList<TextElement?>? Elements, BlockStyle? Style = null)
{
    public IEnumerable<TextElement> Parts => Elements?.OfType<TextElement>() ?? [];
}

/// <param name="Sequence">An ordered item's number: a number, or <c>auto</c> for one more than the item before.</param>
/// <param name="Language">A code block's language, by the platform's number.</param>
internal sealed record BlockStyle(
    bool Done = false, int Language = 0, [property: JsonConverter(typeof(LooseText))] string? Sequence = null);

/// <summary>A part of a text: exactly one of the members is there, none for a kind that is not known.</summary>
internal sealed record TextElement
{
    public TextRun? TextRun { get; init; }
    public MentionUser? MentionUser { get; init; }
    public MentionDoc? MentionDoc { get; init; }
    public Reminder? Reminder { get; init; }
    public InlineFile? File { get; init; }
    public InlineBlock? InlineBlock { get; init; }
    public InlineEquation? Equation { get; init; }
}

internal sealed record TextRun(string? Content, TextElementStyle? TextElementStyle = null);

/// <param name="UserId">An <c>open_id</c> when the blocks were asked for so.</param>
internal sealed record MentionUser(string? UserId);

/// <param name="Url">Percent-encoded.</param>
internal sealed record MentionDoc(string? Token, string? Url, string? Title);

/// <param name="ExpireTime">When it is due, in milliseconds.</param>
internal sealed record Reminder(bool IsWholeDay, [property: JsonConverter(typeof(LooseText))] string? ExpireTime);

internal sealed record InlineFile(string? FileToken, string? SourceBlockId);

/// <param name="BlockId">A block, one of this document's, that stands in the line.</param>
internal sealed record InlineBlock(string? BlockId);

/// <param name="Content">KaTeX.</param>
internal sealed record InlineEquation(string? Content);

internal sealed record TextElementStyle(
    bool Bold = false, bool Italic = false, bool Strikethrough = false, bool InlineCode = false, TextLink? Link = null);

/// <param name="Url">Percent-encoded.</param>
internal sealed record TextLink(string? Url);
