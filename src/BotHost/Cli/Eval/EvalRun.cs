using Wenlu.Retrieval.Evaluation;

namespace Wenlu.BotHost.Cli.Eval;

/// <summary>The product's own way over a set: cut and index, understand, search.</summary>
internal static class EvalRun
{
    public static async Task<EvaluationRun> RunAsync(
        EvalFolder folder, IReadOnlyList<JudgedQuestion> foreign, Understanding understanding, int depth, EvalProgress progress,
        CancellationToken cancellationToken)
    {
        var set = folder.Set;
        var answerable = set.Questions.Count(question => question.IsAnswerable);
        progress.Begin(EvalTexts.Indexing, 1);
        using var index = await FolderIndex.BuildAsync(set.Documents, folder.Glossary, understanding, cancellationToken);
        var evaluator = new Evaluator(index.Documents, understanding.UnderstandAsync, depth);
        var questions = await evaluator.AskAsync(set.Questions, progress.Begin(EvalTexts.Asking, answerable), cancellationToken);
        var unanswerable = await evaluator.AskUnanswerableAsync(
            set.Questions, foreign, progress.Begin(EvalTexts.Refusing, set.Questions.Count + foreign.Count), cancellationToken);
        return new EvaluationRun(folder.Name, depth, index.Facts, questions, unanswerable);
    }
}
