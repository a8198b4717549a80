using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Search;

/// <summary>Cuts from a question what asks and is not asked about; measured to help on every set.</summary>
internal static partial class QuestionWords
{
    /// <summary>The rest of a folded question; the question itself when nothing else is in it.</summary>
    public static string Cut(string folded)
    {
        var rest = English().Replace(Chinese().Replace(folded, " "), " ");
        return rest.Any(char.IsLetterOrDigit) ? rest : folded;
    }

    /// <summary>Whether an English word, as it stands in a folded question, only asks.</summary>
    public static bool AsksWith(string word) => English().Replace(word, "").Length == 0;

    // Longer alternatives first. 几 and 多 only before what they count: 几何 and 多数 are words.
    [GeneratedRegex("请问一下|请问|请教一下|请教|告诉我|(?:我|我们)?[也还]?想要?(?:知道|了解|请教|咨询|问)(?:一下|下)?|介绍一下|解释一下|说明一下|帮我|"
        + "麻烦(?:问|帮忙|看|大家)?(?:一下|下)?|(?:咨询|请教|问|求助)(?:一下|下)|谢谢(?:你|您|大家|了)?|多谢|感谢|求解释|求解答|求解|求教|求助|"
        + "有没有人知道|有人知道|有谁知道|谁知道|大家好|各位好?|你好|您好|"
        + "为什么|为什麽|是?(?:什么|啥)意思|怎么回事|干嘛的?|是什么|是啥|啥|咋|有什么|什么时候|什么样|什么|怎么办|怎么样|怎么|怎样|如何|为何|何时|何地|何处|何谓|何种|"
        + "有哪些|有哪几|哪些|哪个|哪里|哪儿|哪种|哪位|哪|谁|多少|多(?=[久长大高远])|几(?=[个天种次年月日点岁位条块家名张人小周层级])|"
        + "是不是|是否|能不能|能否|可不可以|可否|有没有|会不会|吗|呢|吧|啊|呀")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?<![\w.-])(?:what(?:'s| is| are)?|how (?:many|much|long|often|do|does|to|can)|how|when|where|who|whom|whose|which|why|"
        + @"is|are|was|were|do|does|did|can|could|should|would|will|shall|may|i|we|you|my|our|your|me|us|the|a|an|of|to|in|on|at|for|by|from|with|"
        + @"and|or|be|been|there|this|that|these|those|please|tell|explain|about|have|has|had|get|hi|hello|hey|thanks|thank|anyone|anybody|someone|know|let|mean|means|want|need)(?![\w.+#-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
