using System.Text.RegularExpressions;

namespace Wenlu.Retrieval.Related;

/// <summary>
/// Reads from the wording what is asked for. A search cuts these words, since passages do not repeat them; between two questions
/// they decide: 离职怎么办理 and 离职多久办完 share everything else.
/// </summary>
internal static partial class AskingWords
{
    // People ask for these in one another's words: 在哪里改 and 怎么改, 取多少合适 and 怎么选.
    private static readonly (AskedFor One, AskedFor Other)[] Neighbours =
    [
        (AskedFor.Way, AskedFor.Place | AskedFor.Choice | AskedFor.Amount | AskedFor.Remedy | AskedFor.Decision),
        (AskedFor.Amount, AskedFor.Duration | AskedFor.Price),
        (AskedFor.Time, AskedFor.Duration | AskedFor.Amount),
        (AskedFor.Choice, AskedFor.Definition | AskedFor.Person | AskedFor.Place),
        (AskedFor.Reason, AskedFor.Remedy),
    ];

    private static readonly (AskedFor Asked, Regex Words)[] Kinds =
    [
        (AskedFor.Reason, Reason()), (AskedFor.Remedy, Remedy()), (AskedFor.Way, Way()), (AskedFor.Price, Price()),
        (AskedFor.Time, Time()), (AskedFor.Duration, Duration()), (AskedFor.Amount, Amount()), (AskedFor.Person, Person()),
        (AskedFor.Decision, Decision()), (AskedFor.Definition, Definition()), (AskedFor.Choice, Choice()),
        (AskedFor.Place, Place()), (AskedFor.Difference, Difference()),
    ];

    /// <summary>What is asked for.</summary>
    /// <param name="text">From <see cref="QuestionText"/>.</param>
    public static AskedFor Read(string text) =>
        Kinds.Where(kind => kind.Words.IsMatch(text)).Aggregate(AskedFor.None, (all, kind) => all | kind.Asked);

    /// <summary>0 when both may ask for the same, 1/4 when only one says what, 1/2 when people mix the two up, 1 when not. Symmetric.</summary>
    public static double Distance(AskedFor one, AskedFor other)
    {
        if (one == other || (one & other) != 0)
            return 0;
        if (one == AskedFor.None || other == AskedFor.None)
            return 0.25;
        return Neighbours.Any(pair => Meet(pair, one, other) || Meet(pair, other, one)) ? 0.5 : 1;
    }

    private static bool Meet((AskedFor One, AskedFor Other) pair, AskedFor one, AskedFor other) => (pair.One & one) != 0 && (pair.Other & other) != 0;

    [GeneratedRegex(@"为什么|为何|为啥|原因|怎么回事|\b(?:why|reasons?|causes?|caused)\b")]
    private static partial Regex Reason();

    [GeneratedRegex("怎么办|咋[办整]|(?:怎么|如何|怎样)(?:处理|解决|恢复|补救)")]
    private static partial Regex Remedy();

    [GeneratedRegex(@"怎么(?!回事|样)|咋|如何|怎样|方法|办法|步骤|流程|做法|写法|\bhow\b(?! (?:much|many|long|often)\b)")]
    private static partial Regex Way();

    [GeneratedRegex(@"多少钱|价格|价钱|什么价|贵不贵|\b(?:how much does|costs?|price)\b")]
    private static partial Regex Price();

    [GeneratedRegex(@"什么时候|啥时候|何时|哪一?天|几号|几点|日期|\bwhen\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"多久|多长时间|几个?(?:小时|分钟|天|月|年|周|星期)|\bhow long\b")]
    private static partial Regex Duration();

    [GeneratedRegex(@"多少(?!钱)|多[大高远]|几(?=[个次条门科种岁周名张米本人天])|\bhow (?:many|much)\b")]
    private static partial Regex Amount();

    [GeneratedRegex(@"谁|哪家|哪些人|\bwho\b")]
    private static partial Regex Person();

    [GeneratedRegex(@"吗|是否|可否|能否|(\w{1,2})[不没]\1|可不可以|有没有|\w不$|^(?:is|are|do|does|can|must|should)\b")]
    private static partial Regex Decision();

    [GeneratedRegex(@"[是指]什么|什么是|是啥|啥是|[什啥]么?意思|含义|代表什么|\bwhat(?:'s| is)\b")]
    private static partial Regex Definition();

    [GeneratedRegex(@"哪[个种些几一]|有什么|什么样|(?<![是为指])什么(?!时候|意思|是)|\bwhich\b")]
    private static partial Regex Choice();

    [GeneratedRegex(@"哪[里儿]|在哪|\bwhere\b")]
    private static partial Regex Place();

    [GeneratedRegex(@"区别|差别|不同|差在|差异|异同|\b(?:differences?|differ|vs)\b")]
    private static partial Regex Difference();
}
