using System.Text.RegularExpressions;

namespace Wenlu.StandIns.Feishu;

/// <summary>What one pass over a card has gathered so far, and where in the nesting it stands.</summary>
internal sealed partial class CardWalk
{
    private readonly List<CardProblem> problems = [];
    private readonly List<string> mentions = [];
    private readonly HashSet<string> elementIds = [];
    private readonly HashSet<string> names = [];
    private int level;

    public IReadOnlyList<CardProblem> Problems => problems;

    public IReadOnlyList<string> Mentions => mentions;

    public int Elements { get; private set; }

    public int Tables { get; set; }

    public int Depth { get; private set; }

    public bool InContainer => level > 0;

    public bool InForm { get; private set; }

    public bool FormHasSubmit { get; set; }

    public void Report(CardProblemKind kind, string path, string message) => problems.Add(new CardProblem(kind, path, message));

    public void CountElement() => Elements++;

    public void CountMention(string mention) => mentions.Add(mention);

    public void TakeElementId(string id, string path)
    {
        if (!ElementId().IsMatch(id)) Report(CardProblemKind.BadElementId, path, $"'{id}'");
        if (!elementIds.Add(id)) Report(CardProblemKind.DuplicateElementId, path, $"'{id}'");
    }

    public void TakeName(string name, string path)
    {
        if (name.Length == 0 || !names.Add(name)) Report(CardProblemKind.WrongValue, path, $"the name '{name}' is empty or taken");
    }

    public void Inside(string path, Action visit)
    {
        level++;
        Depth = Math.Max(Depth, level);
        if (level > CardValidator.MaxDepth) Report(CardProblemKind.TooDeep, path, $"{level} levels");
        visit();
        level--;
    }

    public void InsideForm(string path, Action visit)
    {
        (InForm, FormHasSubmit) = (true, false);
        Inside(path, visit);
        if (!FormHasSubmit) Report(CardProblemKind.MissingProperty, path, "a form needs a button with form_action_type submit");
        InForm = false;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]{0,19}\z")]
    private static partial Regex ElementId();
}
