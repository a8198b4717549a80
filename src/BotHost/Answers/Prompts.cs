using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Wenlu.BotHost.Answers;

/// <summary>
/// What a model is asked. Passages, history and question are data: each stands between marks that carry a boundary drawn for
/// this one prompt, so that no text can close its block and speak as the rules.
/// </summary>
internal static partial class Prompts
{
    private static readonly Dictionary<(string, Language), PromptTemplate> Templates = new()
    {
        [("answer", Language.Chinese)] = PromptTemplate.Load("answer", Language.Chinese),
        [("answer", Language.English)] = PromptTemplate.Load("answer", Language.English),
        [("understand", Language.Chinese)] = PromptTemplate.Load("understand", Language.Chinese),
        [("understand", Language.English)] = PromptTemplate.Load("understand", Language.English),
        [("see", Language.Chinese)] = PromptTemplate.Load("see", Language.Chinese),
        [("see", Language.English)] = PromptTemplate.Load("see", Language.English),
    };

    public static string NewBoundary() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    public static IReadOnlyList<ChatMessage> Answer(
        Question question, Findings findings, IReadOnlyList<Reference> passages, IReadOnlyList<Turn> history, string boundary) =>
        WithPictures(question.Pictures, Templates[("answer", findings.Language)].Fill(new Dictionary<string, string>
        {
            ["boundary"] = boundary,
            ["notFound"] = AnswerTexts.NotFound.In(findings.Language),
            ["passages"] = string.Join("\n\n", passages.Select(passage => Passage(passage, boundary))),
            ["history"] = History(history),
            ["quoted"] = question.Quoted,
            ["question"] = question.Text == findings.Standalone ? question.Text : $"{question.Text}\n({findings.Standalone})",
        }));

    public static IReadOnlyList<ChatMessage> Understand(string question, Language language, IReadOnlyList<Turn> history, string boundary) =>
        Templates[("understand", language)].Fill(new Dictionary<string, string>
        {
            ["boundary"] = boundary,
            ["history"] = History(history),
            ["question"] = question,
        });

    public static IReadOnlyList<ChatMessage> See(string words, IReadOnlyList<Picture> pictures, Language language, string boundary) =>
        WithPictures(pictures, Templates[("see", language)].Fill(new Dictionary<string, string>
        {
            ["boundary"] = boundary,
            ["question"] = words,
        }));

    /// <summary>Pictures stand in the user's message, behind its text.</summary>
    private static IReadOnlyList<ChatMessage> WithPictures(IReadOnlyList<Picture> pictures, IReadOnlyList<ChatMessage> prompt)
    {
        foreach (var picture in pictures)
            prompt[^1].Contents.Add(new DataContent(picture.Content, picture.MediaType));
        return prompt;
    }

    private static string Passage(Reference passage, string boundary)
    {
        var place = string.Join(" > ", passage.Headings.Prepend(passage.Title).Select(OneLine).Where(part => part.Length > 0));
        return $"<passage-{boundary} number=\"{passage.Number}\">\n{place}\n\n{passage.Text.Trim()}\n</passage-{boundary}>";
    }

    // The numbers of earlier answers mean other passages than the numbers of this one.
    private static string History(IReadOnlyList<Turn> history) =>
        string.Join('\n', history.Select(turn => $"Q: {turn.Question}\nA: {Citations().Replace(turn.Answer, "")}"));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    [GeneratedRegex(@"\[\d{1,3}\]")]
    private static partial Regex Citations();
}
