using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Welcome;

/// <summary>
/// Three questions that show what can be asked: those that editors have answered, and where there are too few, ones made of what
/// the documents are about. Never of anything that these readers may not read.
/// </summary>
internal sealed class ExampleQuestions(KnowledgeIndex index, KnowledgeStore knowledge, TimeProvider time)
{
    private const int Count = 3;

    /// <summary>Enough to choose from.</summary>
    private const int Candidates = 200;

    /// <summary>Documents whose text is read for its headings.</summary>
    private const int Read = 8;

    /// <param name="labels">Of those who will read the questions and their answers.</param>
    public async Task<IReadOnlyList<string>> ChooseAsync(IReadOnlyCollection<string> labels, Language language)
    {
        var curated = Suggestions.Choose(await ReadableAsync(Kinds.Question, labels), language, Today).Where(CardButtons.IsAskable).Take(Count).ToList();
        return curated.Count == Count ? curated : [.. curated.Concat(await MadeAsync(labels, language)).Distinct().Take(Count)];
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private async Task<IEnumerable<string>> MadeAsync(IReadOnlyCollection<string> labels, Language language)
    {
        var documents = await ReadableAsync(Kinds.Document, labels);
        var read = await Task.WhenAll(MadeQuestions.Spread(documents, language).Take(Read).Select(document => knowledge.FindAsync(document.Key)));
        return MadeQuestions.Of([.. read.OfType<StoredDocument>().Select(stored => stored.Document)]).Where(CardButtons.IsAskable);
    }

    private async Task<IReadOnlyList<KnowledgeDocument>> ReadableAsync(string kind, IReadOnlyCollection<string> labels)
    {
        var facts = await Task.WhenAll(index.ReadableIds(kind, labels, Candidates).Select(id => knowledge.FindFactsAsync(new(kind, id))));
        // The index may be a moment behind the store, and the store is right.
        return [.. facts.OfType<StoredDocument>().Select(stored => stored.Document).Where(document => document.Audience.Opens(labels))];
    }
}
