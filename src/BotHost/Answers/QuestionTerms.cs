using System.Text.RegularExpressions;

namespace Wenlu.BotHost.Answers;

/// <summary>The words of a question that say what it is about.</summary>
internal static partial class QuestionTerms
{
    /// <summary>In the order of the question; without the words that only ask, and without those that are asked of everything.</summary>
    public static IReadOnlyList<string> Of(string question) =>
        [.. Separators().Split(Aspects().Replace(FunctionWords().Replace(question, " "), " ")).Where(term => term.Length > 1)];

    [GeneratedRegex(
        "请问|什么时候|为什么|为何|什么|怎么样|怎么办|怎么|怎样|如何|哪些|哪里|哪个|哪|是否|能否|可不可以|可以|应该|需要|多少|多久|几个|有没有|是不是|告诉我|介绍一下|一下|"
        + "为啥|咋|我们|你们|他们|它们|这个|那个|这些|那些|还有|另外|然后|继续|具体|详细|一个|两个|"
        + "[有几谁的了吗呢啊吧呀嘛是在和与跟或及我你他她它这那就都也还很再更把被给对从到要会能请说讲]|"
        + @"\b(what|who|whom|whose|which|when|where|why|how|is|are|was|were|be|been|do|does|did|can|could|should|would|will|may|must|have|has|had|"
        + @"a|an|the|of|to|in|on|at|for|from|with|by|about|and|or|but|not|no|if|then|than|as|so|i|you|we|he|she|it|its|they|them|this|that|these|those|"
        + @"my|your|our|their|me|us|there|here|please|tell|explain|more|also|too|much|many|long|any|some|often)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex FunctionWords();

    [GeneratedRegex(
        "解决|处理|操作|原因|办法|方法|步骤|区别|例子|不同|关系|优点|缺点|好处|坏处|作用|意义|用处|原理|流程|价格|费用|问题|注意|"
        + @"\b(fix|solve|mean|means|work|works|happen|happens|difference|example|examples|reason|way|ways|cost|costs|use|used)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Aspects();

    [GeneratedRegex(@"[^\p{L}\p{Nd}_\-.+#]+")]
    private static partial Regex Separators();
}
