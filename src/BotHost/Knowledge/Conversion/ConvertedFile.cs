namespace Wenlu.BotHost.Knowledge.Conversion;

/// <summary>What a file of another format came to.</summary>
internal abstract record ConvertedFile
{
    private ConvertedFile() { }

    /// <param name="Title">As the file itself has it; null when it has none.</param>
    /// <param name="Url">Where the file says that it is read; null when it does not.</param>
    public sealed record Text(string Markdown, string? Title = null, string? Url = null) : ConvertedFile;

    /// <summary>Nothing can be read, and why.</summary>
    public sealed record Refused(Bilingual Sentence) : ConvertedFile;
}
