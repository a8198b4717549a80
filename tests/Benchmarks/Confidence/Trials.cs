using Wenlu.Retrieval;
using Wenlu.Retrieval.Confidence;
using Wenlu.Retrieval.Evaluation;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Benchmarks.Confidence;

/// <summary>
/// Asks every set its own questions, those of other domains, and its own with the answering documents taken out; the whole
/// set and cut down to a few documents. An index is really built each time: rarity must not know what was taken out.
/// </summary>
internal sealed class Trials(IReadOnlyList<TrialSet> sets)
{
    private const int MostQuestions = 300;
    private const int ForeignOfEachSet = 60;
    private const int Folds = 4;

    // How many documents, how often, and how many questions of each kind are asked each time.
    private static readonly (int Documents, int Times, int Questions)[] Cuts = [(1, 60, 1), (2, 30, 2), (5, 20, 3), (30, 6, 10), (200, 2, 30)];

    private readonly Random random = new(7);
    private readonly List<Trial> trials = [];

    public async Task<IReadOnlyList<Trial>> RunAsync()
    {
        foreach (var set in sets)
        {
            Report.Progress($"confidence: {set.Name}, {set.Documents.Count} documents");
            var (own, foreign) = (Sample(set.Answered, MostQuestions), ForeignTo(set));
            await AskWholeAsync(set, own, foreign);
            if (set.IsCollection)
                await AskCollectionAsync(set, own, foreign);
        }
        return trials;
    }

    private string[] ForeignTo(TrialSet set) => set.IsCollection
        ? [.. sets.Where(other => other.IsCollection && other.Domain != set.Domain).SelectMany(other => Sample(other.Answered, ForeignOfEachSet)).Select(question => question.Text), .. set.Foreign]
        : [.. set.Foreign];

    private async Task AskWholeAsync(TrialSet set, JudgedQuestion[] own, string[] foreign)
    {
        using var folder = new TempFolder();
        using var index = Index(folder, set, set.Documents);
        await AskAsync(set, 0, index, own, set.NearMisses, foreign);
    }

    private async Task AskCollectionAsync(TrialSet set, JudgedQuestion[] own, string[] foreign)
    {
        for (var fold = 0; fold < Folds; fold++)
        {
            var asked = own.Where((_, place) => place % Folds == fold).ToArray();
            var gone = asked.SelectMany(question => question.RelevantDocuments.Keys).ToHashSet();
            using var folder = new TempFolder();
            using var index = Index(folder, set, set.Documents.Where(document => !gone.Contains(document.Id)));
            await AskAsync(set, 0, index, [], asked.Select(question => question.Text), []);
        }
        foreach (var cut in Cuts.Where(cut => cut.Documents * 2 <= set.Documents.Count))
            for (var time = 0; time < cut.Times; time++)
                await AskCutAsync(set, cut.Documents, cut.Questions, foreign);
    }

    private async Task AskCutAsync(TrialSet set, int size, int questions, string[] foreign)
    {
        var wanted = Sample(set.Answered, questions).Select(question => question.RelevantDocuments.Keys.First()).ToHashSet();
        var kept = Sample(set.Documents, set.Documents.Count).OrderByDescending(document => wanted.Contains(document.Id)).Take(size).ToArray();
        var ids = kept.Select(document => document.Id).ToHashSet();
        var isAnswered = set.Answered.ToLookup(question => question.RelevantDocuments.Keys.Any(ids.Contains));
        using var folder = new TempFolder();
        using var index = Index(folder, set, kept);
        await AskAsync(
            set, size, index, Sample([.. isAnswered[true]], questions), Sample([.. isAnswered[false]], questions).Select(question => question.Text), Sample(foreign, questions));
    }

    private async Task AskAsync(
        TrialSet set, int size, DocumentIndex index, IEnumerable<JudgedQuestion> answered, IEnumerable<string> nearMisses, IEnumerable<string> foreign)
    {
        foreach (var question in answered)
        {
            var result = await SearchAsync(index, question.Text);
            var found = !set.IsCollection || result.Hits.Take(Evidence.Hits).Any(hit => question.RelevantDocuments.ContainsKey(hit.DocumentId));
            trials.Add(new Trial(set.Name, TrialKind.Answered, size, found, Values(result)));
        }
        foreach (var text in nearMisses)
            trials.Add(new Trial(set.Name, TrialKind.NearMiss, size, false, Values(await SearchAsync(index, text))));
        foreach (var text in foreign)
            trials.Add(new Trial(set.Name, TrialKind.Foreign, size, false, Values(await SearchAsync(index, text))));
    }

    // Between the intercept and what was set by hand.
    private static double[] Values(SearchResult result) => [.. result.Judged?.Features.Skip(1).Take(AnswerConfidence.Model.Count).Select(feature => feature.Value) ?? []];

    private static ValueTask<SearchResult> SearchAsync(DocumentIndex index, string text) => index.SearchAsync(new SearchQuery(text), CancellationToken.None);

    private static DocumentIndex Index(TempFolder folder, TrialSet set, IEnumerable<SourceDocument> documents)
    {
        var index = DocumentIndex.Open(folder.Path, "benchmark");
        foreach (var document in documents)
            index.Upsert(document);
        index.Refresh();
        index.Glossary = set.Glossary;
        return index;
    }

    private T[] Sample<T>(IReadOnlyList<T> from, int count)
    {
        T[] shuffled = [.. from];
        random.Shuffle(shuffled);
        return shuffled.Length <= count ? shuffled : shuffled[..count];
    }
}
