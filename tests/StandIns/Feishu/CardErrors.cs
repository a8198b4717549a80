namespace Wenlu.StandIns.Feishu;

/// <summary>Which code the platform gives a card that it does not take.</summary>
internal static class CardErrors
{
    /// <summary>The text of 230099, from which the bot has to read the real cause.</summary>
    public static string Explain(CardReport report)
    {
        var problem = report.Problems[0];
        return problem.Kind switch
        {
            CardProblemKind.TooManyElements => "ErrCode: 11310; ErrMsg: element exceeds the limit; ",
            CardProblemKind.TooManyTables => "ErrCode: 11310; ErrMsg: card table number over limit; ErrorValue: table; ",
            CardProblemKind.UnknownTag => $"ErrCode: 200861; ErrMsg: {problem}; ",
            CardProblemKind.ImageAddress => $"ErrCode: 200570; ErrMsg: {problem}; ",
            _ => $"ErrCode: 200621; ErrMsg: parse card json err: {problem}; ",
        };
    }

    /// <summary>The code of a CardKit call; most problems have only the code of the operation that met them.</summary>
    public static Refusal ForCardKit(CardReport report, int otherwise)
    {
        var code = report.Problems[0].Kind switch
        {
            CardProblemKind.TooLarge => 200860,
            CardProblemKind.TooManyElements => 300305,
            CardProblemKind.DuplicateElementId => 300301,
            CardProblemKind.NotSchema2 => 300303,
            CardProblemKind.NotShared => 300302,
            CardProblemKind.UnknownTag => 200861,
            _ => otherwise,
        };
        return new Refusal(code, Explain(report));
    }
}
