using Wenlu.BotHost.Answers.Markup;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Answers;

/// <param name="Sources">The documents it names, in its order; null for one that is gone.</param>
internal sealed record ReadAnswer(StoredDocument Stored, IReadOnlyList<StoredDocument?> Sources, bool IsSourceChanged);

/// <summary>
/// An editor's answer as it is shown: with those of its sources that its readers may read. Of the others not even the number is
/// left.
/// </summary>
internal static class OfficialAnswer
{
    public static bool MayRead(StoredDocument stored, IReadOnlyCollection<string>? access) => access is null || stored.Document.Audience.Opens(access);

    public static Answer Write(ReadAnswer read, Question question)
    {
        var document = read.Stored.Document;
        var language = Languages.Of(question.Text);
        var references = References(read, question.Access);
        var ledger = new CitationLedger(references.ContainsKey);
        var markdown = Safe(document.Markdown, ledger, references.Values);
        var cited = ledger.Cited.Concat(references.Keys.Except(ledger.Cited)).Select(number => references[number]);
        var note = read.IsSourceChanged ? $"\n\n{AnswerTexts.OfficialSourceChanged.In(language)}" : string.Empty;
        return new(Outcome.Grounded, markdown + note, Passages.Renumber(cited), [], question.SearchText, language)
        {
            Official = new(document.Curation!.Editor, read.Stored.UpdatedAt),
        };
    }

    private static SortedDictionary<int, Reference> References(ReadAnswer read, IReadOnlyCollection<string>? access) => new(
        read.Stored.Document.Sources.Zip(read.Sources, (source, stored) => (source, stored))
            .Select((pair, index) => pair.stored is { } stored && MayRead(stored, access) ? NamedSource.Read(stored, pair.source, index + 1) : null)
            .OfType<Reference>().ToDictionary(reference => reference.Number));

    // Its links are an editor's own; everything else is made safe as a model's text is.
    private static string Safe(string markdown, CitationLedger ledger, IEnumerable<Reference> references)
    {
        var writer = new AnswerWriter(ledger, new SourceLinks(references.Select(reference => reference.Url), [markdown], allowsMentioned: true));
        writer.Append(markdown);
        writer.Complete();
        return writer.Markdown.TrimEnd();
    }
}
