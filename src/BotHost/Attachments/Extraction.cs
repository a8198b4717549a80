namespace Wenlu.BotHost.Attachments;

/// <summary>What a file came to.</summary>
internal abstract record Extraction
{
    private Extraction()
    {
    }

    /// <param name="IsCut">The file is longer than what is read of one.</param>
    public sealed record Text(string Markdown, bool IsCut) : Extraction;

    /// <summary>Nothing can be read, and why.</summary>
    public sealed record Refused(Bilingual Sentence) : Extraction;
}
