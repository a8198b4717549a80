using System.Globalization;

namespace Wenlu.BotHost.Answers;

internal static class AnswerTexts
{
    private const string PersonPrefix = "ou_";

    public static readonly Bilingual Searching = new("正在检索…", "Searching…");

    public static readonly Bilingual Writing = new("正在撰写…", "Writing…");

    public static readonly Bilingual WrittenByModel = new("由 AI 生成，请核对来源", "Written by AI. Please check the sources.");

    public static readonly Bilingual TellMore = new("「{0}」具体怎么说？", "What is said about “{0}”?");

    public static readonly Bilingual CutShort = new(
        "（回答太长，到这里被截断了；其余内容请看参考资料，或就某一点继续提问。）",
        "(The answer was too long and was cut off here. Please see the references for the rest, or ask about one point of it.)");

    public static readonly Bilingual Stopped = new("（已停止，答案没有写完。）", "(Stopped; the answer is not complete.)");

    public static readonly Bilingual StoppedBeforeAnAnswer = new("已停止，还没有写出答案。", "Stopped before an answer was written.");

    /// <summary>For the model, about the text between the marks before it.</summary>
    public static readonly Bilingual InOtherWords = new(
        "said 标记中是之前给出的回答，提问者想换个说法：请用不同的措辞和不同的结构（例如把要点改成步骤或一段话）重新回答，依据的段落和引用编号的规则不变。",
        "Between the said marks stands the answer given before, and the asker would like it put differently: answer again in other words and with another structure (points as steps or as a paragraph, for example). The rules about passages and their numbers stay as they are.");

    public static readonly Bilingual MayNotAnswer = new(
        "（找到的资料可能没有完整回答这个问题，请打开参考资料核对。）",
        "(The passages found may not fully answer this question. Please check the references.)");

    public static readonly Bilingual Stale = new(
        "（这里依据的资料有的最后更新于 {0:yyyy-MM-dd}，可能已经过时，请核对。）",
        "(Some of what this rests on was last changed on {0:yyyy-MM-dd} and may be outdated. Please check.)");

    /// <summary>Under an answer that is shown again.</summary>
    public static readonly Bilingual OutdatedSince = new("（所依据的资料此后有变动，请重新提问。）", "(What this rests on has changed since; please ask again.)");

    /// <summary>Stands in the place of an answer that is not repeated.</summary>
    public static readonly Bilingual SourcesChanged = new(
        "（这条回答所依据的资料此后有变动，不再引用原来的回答。）",
        "(What this answer rested on has changed since; the answer is not repeated.)");
    public static readonly Bilingual AnsweredAnew = new(
        "（原来的回答所依据的资料有变动，已按现在的内容重新回答。）",
        "(What the earlier answer rested on has changed; this is answered anew from what the documents say now.)");
    public static readonly Bilingual PicturesNotSeen = new(
        "（我看不了图片，这里只按文字回答。）",
        "(I cannot see pictures; this answers the text alone.)");

    public static readonly Bilingual Official = new("官方回答", "Official answer");

    /// <summary>Where an editor is known by an id that means nothing to a reader.</summary>
    public static readonly Bilingual SomeEditor = new("编辑者", "an editor");
    public static readonly Bilingual OfficialSourceChanged = new(
        "（这条回答所依据的资料在它写成之后有变动，请以资料现在的内容为准。）",
        "(What this answer rests on has changed since it was written. Please go by what the documents say now.)");
    public static readonly Bilingual NotFound = new("知识库里没有这个问题的答案。", "This is not in the knowledge base.");

    public static readonly Bilingual Nearest = new("最接近的文档：", "The nearest documents:");

    public static readonly Bilingual NothingClose = new("也没有内容相近的文档。", "No document comes close to it, either.");

    public static readonly Bilingual Unavailable = new(
        "知识库暂时无法检索，请稍后再问一次。",
        "The knowledge base cannot be searched just now. Please ask again in a moment.");

    public static readonly Bilingual Passages = new("以下是知识库中与问题最相关的原文：", "These passages of the knowledge base fit the question best:");

    public static readonly Bilingual PassagesWhileModelIsDown = new(
        "AI 模型暂时没能写出完整的回答，以下是知识库中与问题最相关的原文：",
        "The AI model could not write a complete answer just now. These passages of the knowledge base fit the question best:");

    /// <summary>Whose answer it is, and of when.</summary>
    public static string ByWhom(Official official, Language language) =>
        $"{Editor(official.Editor, language)} · {official.UpdatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public static string Editor(string name, Language language) => name.StartsWith(PersonPrefix, StringComparison.Ordinal) ? SomeEditor.In(language) : name;
}
