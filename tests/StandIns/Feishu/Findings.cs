namespace Wenlu.StandIns.Feishu;

/// <summary>What no correct bot does, collected for the assertions at the end of a test.</summary>
internal sealed class Findings
{
    private readonly List<string> violations = [];
    private readonly List<string> mentions = [];

    public IReadOnlyList<string> Violations => violations;

    public IReadOnlyList<string> Mentions => mentions;

    public void Add(string violation) => violations.Add(violation);

    /// <summary>Somebody is called by a text.</summary>
    public void AddMention(string text) => mentions.Add(text);

    /// <summary>Limits are met by content and are the bot's to handle; a card that is written wrongly is a defect.</summary>
    public void Add(CardReport report)
    {
        mentions.AddRange(report.Mentions);
        violations.AddRange(report.Problems.Where(problem => !problem.IsLimit).Select(problem => $"card: {problem}"));
    }
}
