using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Answers;

/// <summary>Completes a follow-up without a model: what it leaves out is taken from the questions before it.</summary>
internal static partial class EllipticQuestion
{
    private const int MostTurns = 3;
    private const int MostTerms = 6;

    public static string Complete(string question, IReadOnlyList<Turn> history)
    {
        if (!IsElliptic(question))
            return question;
        var missing = Topic(history).Where(term => !question.Contains(term, StringComparison.OrdinalIgnoreCase)).Take(MostTerms).ToList();
        return missing.Count == 0 ? question : $"{question.Trim()} {string.Join(' ', missing)}";
    }

    /// <summary>It points back, continues, or has nothing of its own to search for.</summary>
    public static bool IsElliptic(string question) =>
        Pointers().IsMatch(question) || Continuations().IsMatch(question.Trim()) || ContentTerms(question).Count == 0;

    // Back to the last question that stood on its own; the follow-ups in between only add to it.
    private static IEnumerable<string> Topic(IReadOnlyList<Turn> history)
    {
        var terms = new List<string>();
        foreach (var turn in history.Reverse().Take(MostTurns))
        {
            terms.InsertRange(0, ContentTerms(turn.Question));
            if (!IsElliptic(turn.Question))
                break;
        }

        return terms.Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static List<string> ContentTerms(string question) =>
        [.. Separators().Split(FunctionWords().Replace(question, " ")).Where(term => term.Length > 1)];

    [GeneratedRegex(
        "它|他们|她们|(这|那)(个|些|种|样|里|边|项|条|步)|这(?=是|有|和|怎|为|会|能|$)|那(?=是|有|和|怎|为|会|能)|该(?!怎|如何|不该|做)|其中|前者|后者|上面|上述|前面|刚才|"
        + @"\b(it|its|that|this|they|them|those|these|he|she|there|one|ones|former|latter)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Pointers();

    [GeneratedRegex(@"^(那(?!么?多)|还有|另外|然后|接着|继续|以及|再|and\b|or\b|what about|how about|then\b|also\b|why\??$|how\??$)|呢[？?。!！]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Continuations();

    [GeneratedRegex(
        "请问|什么时候|为什么|为何|什么|怎么样|怎么办|怎么|怎样|如何|哪些|哪里|哪个|哪|是否|能否|可不可以|可以|应该|需要|多少|多久|几个|有没有|是不是|告诉我|介绍一下|一下|"
        + "解决|处理|操作|原因|办法|方法|步骤|为啥|咋|我们|你们|他们|它们|这个|那个|这些|那些|还有|另外|然后|继续|具体|详细|区别|例子|"
        + "[有几谁的了吗呢啊吧呀嘛是在和与跟或及我你他她它这那就都也还很再更把被给对从到要会能请说讲]|"
        + @"\b(what|who|whom|whose|which|when|where|why|how|is|are|was|were|be|been|do|does|did|can|could|should|would|will|may|must|have|has|had|"
        + @"a|an|the|of|to|in|on|at|for|from|with|by|about|and|or|but|not|no|if|then|than|as|so|i|you|we|he|she|it|its|they|them|this|that|these|those|"
        + @"my|your|our|their|me|us|there|here|please|tell|explain|more|also|too|much|many|long|any|some|fix|solve|mean|means|work|works|happen|happens)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex FunctionWords();

    [GeneratedRegex(@"[^\p{L}\p{Nd}_\-.+#]+")]
    private static partial Regex Separators();
}
