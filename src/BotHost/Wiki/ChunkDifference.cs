using Wenlu.BotHost.Knowledge;
using Wenlu.Retrieval.Chunking;

namespace Wenlu.BotHost.Wiki;

/// <summary>How many passages of a document an edit left as they were: those keep their vectors, the others are embedded anew.</summary>
internal readonly record struct ChunkDifference(int Kept, int New)
{
    public static ChunkDifference Of(KnowledgeDocument? before, KnowledgeDocument after)
    {
        var left = Passages(before).GroupBy(passage => passage).ToDictionary(same => same.Key, same => same.Count());
        var (kept, fresh) = (0, 0);
        foreach (var passage in Passages(after))
        {
            if (left.TryGetValue(passage, out var count) && count > 0)
                (left[passage], kept) = (count - 1, kept + 1);
            else
                fresh++;
        }
        return new(kept, fresh);
    }

    /// <summary>Title, headings and text: what a vector stands for.</summary>
    private static IEnumerable<string> Passages(KnowledgeDocument? document) => document is null
        ? []
        : MarkdownChunker.Cut(document.Title, document.Markdown).Select(chunk => string.Join('\n', chunk.Headings.Prepend(document.Title).Append(chunk.Text)));
}
