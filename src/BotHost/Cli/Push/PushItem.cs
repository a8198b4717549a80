using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>A document on its way to the service, and what the service had of it when the push began; null for a new one.</summary>
internal sealed class PushItem(string path, KnowledgeDocument document, DocumentFacts? known)
{
    public string Path => path;

    public KnowledgeDocument Document => document;

    public DocumentFacts? Known => known;

    public string Hash { get; } = document.ContentHash();

    /// <summary>Whether its result came.</summary>
    public bool IsDone { get; set; }

    /// <summary>Rather larger than its line will be.</summary>
    public int Size => document.Markdown.Length * 3;
}
