using Wenlu.Retrieval.Search;

namespace Wenlu.BotHost.Answers;

/// <summary>What a question came to before anything is written: its standalone form and what was found for it.</summary>
internal sealed record Findings(
    string Standalone,
    Language Language,
    IReadOnlyList<Hit> Hits,
    bool Answerable,
    IReadOnlyList<Reference> Passages,
    IReadOnlyList<RelatedQuestion> Related);
