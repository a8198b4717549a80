using System.Text.RegularExpressions;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Attachments;

namespace Wenlu.BotHost.Conversations;

/// <summary>Gives a question the documents of its conversation, and decides whether it is about one of them.</summary>
internal static partial class AttachedReference
{
    /// <param name="documents">Oldest first.</param>
    public static Question Attach(Question question, IReadOnlyList<AttachedDocument> documents) => documents.Count == 0 ? question : question with
    {
        Attached = [.. documents.Select(document => document.ToSource())],
        MeantDocument = question.MeantDocument ?? (IsMeant(question, documents[^1]) ? documents[^1].ToSource().Id : null),
    };

    /// <summary>It names a file or asks for a whole; or it says nothing by itself and a document has just come.</summary>
    private static bool IsMeant(Question question, AttachedDocument newest) =>
        Names().IsMatch(question.SearchText)
        || (question.History is [] || question.History[^1].At < newest.At) && EllipticQuestion.NeedsTopic(question.SearchText);

    [GeneratedRegex(
        "(这|那|该|上面|刚才)(个|份|篇|些|几条)?的?(文件|文档|附件|表格|手册|合同|报告|聊天记录|消息|转发)|附件|总结|概括|归纳|摘要|主要内容|讲了什么|说了什么|文件里|文档里|转发的|"
        + @"\b(this|that|the)\s+(attached\s+)?(file|document|attachment|table|sheet|pdf|report|chat|thread)\b|\battach(ed|ment)\b|\bforwarded\b|\bsummar(y|i[sz]e)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
