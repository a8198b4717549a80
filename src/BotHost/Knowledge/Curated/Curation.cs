namespace Wenlu.BotHost.Knowledge.Curated;

/// <summary>What makes a document an editor's answer to the question that is its title.</summary>
/// <param name="Editor">Who answered: the name of an editor's key, or a person's as the platform has it.</param>
/// <param name="Paraphrases">Other wordings of the question that it answers as well.</param>
/// <param name="ExpiresAt">From then on it answers nothing; null: for good.</param>
/// <param name="SourceStates">What each of its sources said when it was written, see <see cref="SourceState"/>, in their order.</param>
internal sealed record Curation(string Editor, IReadOnlyList<string> Paraphrases, DateTimeOffset? ExpiresAt, IReadOnlyList<string> SourceStates)
{
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;

    /// <summary>What it is found by: its wordings, each a text of its own, and not what it says.</summary>
    public string Indexed(string question) => string.Join("\n\n", Paraphrases.Prepend(question).Select(wording => $"- {wording}"));
}
