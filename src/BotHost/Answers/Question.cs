using Wenlu.Retrieval;

namespace Wenlu.BotHost.Answers;

/// <summary>One exchange that came before.</summary>
internal sealed record Turn(string Question, string Answer, DateTimeOffset At);

/// <param name="Text">As the asker wrote it.</param>
/// <param name="History">What was said before in this conversation, oldest first.</param>
/// <param name="Access">The labels of those who will read the answer; null reads everything.</param>
internal sealed record Question(string Text, IReadOnlyList<Turn> History, IReadOnlyCollection<string>? Access)
{
    /// <summary>What to look for: the text, without the names of people who were mentioned in it.</summary>
    public string SearchText { get; init; } = Text;

    /// <summary>The message that the question replies to, as Markdown: what it is about, and no source. Empty for none.</summary>
    public string Quoted { get; init; } = string.Empty;

    /// <summary>What came with the question for a model to look at.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>Documents that were brought into the conversation: searched for its questions only.</summary>
    public IReadOnlyList<SourceDocument> Attached { get; init; } = [];

    /// <summary>The id of the attached document that the question is about, whether or not it shares a word with it.</summary>
    public string? MeantDocument { get; init; }

    /// <summary>What the asker has to know about how the question was read; stands under the answer.</summary>
    public Bilingual? Note { get; init; }

    /// <summary>Cancelled when the asker has enough: what is written by then is the answer.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>How much of the history a model is shown.</summary>
    public int HistoryTokens { get; init; } = HistoryBudget.Default;
}
