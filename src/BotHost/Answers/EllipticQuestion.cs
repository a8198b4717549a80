using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Answers;

/// <summary>
/// Completes a follow-up without a model: what it leaves out is taken from the questions before it. A question that names its own
/// topic is left alone, for a wrong topic finds worse than none.
/// </summary>
internal static partial class EllipticQuestion
{
    private const int MostTurns = 3;
    private const int MostTerms = 5;

    // So many characters of content name a topic; of a question that was asked before and answered, any.
    private const int OwnTopic = 5;
    private const int AnyTopic = 1;

    /// <summary>The question with its topic: the question itself, with the topic's terms behind it, or the one before with the new thing in it.</summary>
    public static string Complete(string question, IReadOnlyList<Turn> history) =>
        Complete(history.TakeLast(MostTurns).Aggregate("", (before, turn) => Complete(before, turn.Question, AnyTopic)), question, OwnTopic);

    /// <summary>Whether a question does not say by itself what it is about: it points elsewhere, or names nothing at all.</summary>
    public static bool NeedsTopic(string question) => IsElliptic(question, AnyTopic);

    private static string Complete(string before, string question, int topic)
    {
        if (before.Length == 0 || !IsElliptic(question, topic))
            return question;
        if (ContrastIn(question) is { } thing && ParallelTo(thing, before) is { } other)
            return before.Replace(other, thing, StringComparison.Ordinal);
        var missing = QuestionTerms.Of(before).Where(term => !question.Contains(term, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTerms).ToList();
        return missing.Count == 0 ? question : $"{question.Trim()} {string.Join(' ', missing)}";
    }

    // It points back, asks the same of something else, or has too little of its own to search for.
    private static bool IsElliptic(string question, int topic) =>
        Pointers().IsMatch(question) || ContrastIn(question) is not null || !Names().IsMatch(question) && QuestionTerms.Of(question).Sum(term => term.Length) < topic;

    /// <summary>The one thing that is asked about instead (那低频呢？ And on Windows?); null when the question asks by itself.</summary>
    private static string? ContrastIn(string question) =>
        Contrasts().Match(question.Trim()) is { Success: true } contrast && contrast.Groups["thing"].Value.Trim() is { Length: > 0 } thing && !Asking().IsMatch(thing)
            ? thing
            : null;

    /// <summary>What the new thing stands instead of: a name for a name (Ollama, vLLM), or what ends alike (超高频, 低频; 7B, 14B).</summary>
    private static string? ParallelTo(string thing, string before)
    {
        // In an English sentence every word looks like a name.
        if (Languages.Of(before) != Language.Chinese)
            return null;
        return Names().Match(thing) is { Success: true } name && name.Length == thing.Length
            ? Names().Matches(before).Select(match => match.Value).OrderByDescending(other => IsMeasure(other) == IsMeasure(thing)).FirstOrDefault()
            : QuestionTerms.Of(before).FirstOrDefault(term => thing.Length > 1 && term[^1] == thing[^1] && term != thing);
    }

    private static bool IsMeasure(string name) => char.IsAsciiDigit(name[0]);

    [GeneratedRegex(
        "它|他们|她们|(这|那)(个|些|种|样|里|边|项|条|步)|这(?=是|有|和|怎|为|会|能|$)|那(?=是|有|和|怎|为|会|能)|该(?!怎|如何|不该|做)|其中|前者|后者|上面|上述|前面说|刚才|"
        + @"\b(it|its|that|this|they|them|those|these|he|she|former|latter|ones?(?=\?|$))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pointers();

    [GeneratedRegex(@"^(?:那么?|还有|and|or|what about|how about)?[\s，,]*(?<thing>.{1,24}?)(?:的)?呢[？?。!！]*$|^(?:and|or|what about|how about)\s+(?<thing>.{1,40}?)[？?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Contrasts();

    // What asks by itself is more than a thing.
    [GeneratedRegex(@"什么|怎|如何|为何|哪|谁|多少|几|是否|能不能|会不会|\b(what|how|why|when|where|who|which)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9.+#_-]+")]
    private static partial Regex Names();
}
