using Wenlu.BotHost.Cli.Eval;
using Wenlu.Retrieval;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Tests.Confidence;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.Benchmarks.Confidence;

/// <summary>Documents with questions that they answer and questions that they do not.</summary>
/// <param name="Name">Shown in the tables; sets of one name are left out together.</param>
/// <param name="Domain">Questions of one domain are not foreign to another set of it.</param>
internal sealed record TrialSet(
    string Name, string Domain, IReadOnlyList<SourceDocument> Documents, IReadOnlyList<JudgedQuestion> Answered, IReadOnlyList<string> NearMisses, IReadOnlyList<string> Foreign,
    Glossary Glossary)
{
    /// <summary>The sets given as <c>domain=folder</c>, and the small invented ones of the tests.</summary>
    public static IReadOnlyList<TrialSet> Read(IEnumerable<string> arguments) =>
        [.. arguments.Select(argument => Read(argument.Split('=', 2))), .. HardQuestions.All.Select(Invented)];

    /// <summary>Whether it is large enough to be cut down and to be asked with documents taken out.</summary>
    public bool IsCollection => Domain != Name;

    private static TrialSet Read(string[] argument)
    {
        var (domain, folder) = (argument[0], argument[^1]);
        var (name, set, glossary) = EvalFolder.Read(folder, []);
        var known = set.Documents.Select(document => document.Id).ToHashSet();
        // What was said before is part of a follow-up, and finding out what it means is not what is measured here.
        var asked = set.Questions.Where(question => question.History.Count == 0).ToLookup(question => question.Kind);
        var unanswerable = set.Questions.Where(question => !question.IsAnswerable).ToLookup(question => question.Kind == "foreign", question => question.Text);
        return new TrialSet(
            name, domain, set.Documents,
            [.. asked.SelectMany(kind => kind).Where(question => question.RelevantDocuments.Keys.Any(known.Contains))],
            [.. unanswerable[false]], [.. unanswerable[true]], glossary);
    }

    private static TrialSet Invented(HardQuestions questions) => new(
        "invented", "invented", questions.Documents, [.. Lines(questions.Answered).Select(text => new JudgedQuestion(text, text, []))], [.. Lines(questions.NearMisses)],
        [.. HardQuestions.All.Where(other => other != questions).SelectMany(other => Lines(other.Answered))], Glossary.Empty);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
