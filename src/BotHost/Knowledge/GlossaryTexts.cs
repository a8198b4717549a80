using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Knowledge;

/// <summary>What is said about a glossary.</summary>
internal static class GlossaryTexts
{
    public static readonly Bilingual NoText = new(
        "术语表应为 UTF-8 或 GB18030 的 CSV 文本。", "The glossary must be CSV text in UTF-8 or GB18030.");

    public static Bilingual AtLine(GlossaryProblem problem)
    {
        var sentence = Of(problem);
        return new($"第 {problem.Line} 行：{sentence.Chinese}", $"Line {problem.Line}: {sentence.English}");
    }

    public static Bilingual Of(GlossaryProblem problem) => problem.Fault switch
    {
        GlossaryFault.NoHeader => new(
            "术语表没有表头；第一行应为 term,synonyms,translations,abbreviations（或 术语,同义词,翻译,缩写）。",
            "The glossary has no header; its first line should be term,synonyms,translations,abbreviations."),
        GlossaryFault.NoTermColumn => new(
            "表头里没有 term（术语）列；各列以英文逗号分隔。", "The header has no column term; columns are separated by commas."),
        GlossaryFault.RepeatedColumn => new(
            $"表头里有两列是同一个意思：“{problem.Column}”。", $"The header has the column '{problem.Column}' twice."),
        GlossaryFault.BadQuotes => new(
            "引号没有成对，或出现在单元格中间；这一行没有采用。", "A quote is not closed or stands inside a cell; the line is left out."),
        GlossaryFault.TooManyCells => new(
            "单元格比表头多；含逗号的内容要加引号。这一行没有采用。", "There are more cells than columns; quote what holds a comma. The line is left out."),
        GlossaryFault.NoTerm => new("term（术语）是空的；这一行没有采用。", "The term is missing; the line is left out."),
        GlossaryFault.TooLong => new(
            $"{problem.Column} 太长：每个说法至多 {Glossary.MaxForm} 个字符，每格至多 {Glossary.MaxForms} 个说法。这一行没有采用。",
            $"{problem.Column} is too long: a form has at most {Glossary.MaxForm} characters, a cell at most {Glossary.MaxForms} forms. The line is left out."),
        _ => new($"术语超过 {Glossary.MaxRows} 行；从这一行起没有采用。", $"There are more than {Glossary.MaxRows} lines; from this one on they are left out."),
    };
}
