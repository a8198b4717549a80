using System.Text;
using Wenlu.BotHost.Answers.Markup;

namespace Wenlu.BotHost.Answers;

/// <summary>The answer while the model writes it, and the judgement of what it came to.</summary>
internal sealed class AnswerDraft
{
    private const int MostSupporting = 3;

    // Below this an answer shares with a passage what any two texts on one subject share.
    private const double LeastOverlap = 0.2;

    private readonly Findings findings;
    private readonly IReadOnlyList<Reference> read;
    private readonly CitationLedger citations;
    private readonly AnswerWriter writer;
    private readonly StringBuilder unjudged = new();
    private bool judged;

    /// <param name="findings">What the question came to.</param>
    /// <param name="read">The findings' passages as the model was given them, with what stands around them, numbered from 1.</param>
    public AnswerDraft(Findings findings, IReadOnlyList<Reference> read)
    {
        this.findings = findings;
        this.read = read;
        citations = new CitationLedger(read.Count);
        writer = new AnswerWriter(citations, new SourceLinks(read.Select(passage => passage.Url), read.Select(passage => passage.Text)));
    }

    /// <summary>Takes the next piece; says whether there is more to show than before.</summary>
    public bool Append(string text)
    {
        var before = writer.Length;
        writer.Append(Judged(text));
        return writer.Length > before;
    }

    public string Markdown => writer.Markdown;

    /// <inheritdoc cref="CitationLedger.Cited"/>
    public IReadOnlyList<int> Cited => [.. citations.Cited];

    /// <summary>The answer, or null when what was written cannot stand as one. One that the model could not end says so.</summary>
    public Answer? Conclude(bool isCut)
    {
        writer.Append(unjudged.ToString());
        writer.Complete();
        var answer = Judge(writer.Markdown.TrimEnd());
        return isCut && answer is { Outcome: Outcome.Grounded }
            ? answer with { Markdown = $"{answer.Markdown}\n\n{AnswerTexts.CutShort.In(findings.Language)}" }
            : answer;
    }

    /// <summary>What was written when the asker had enough; null when nothing was to be seen yet.</summary>
    public Answer? Stop()
    {
        writer.Complete();
        var markdown = writer.Markdown.TrimEnd();
        return markdown.Length == 0 ? null : Grounded($"{markdown}\n\n{AnswerTexts.Stopped.In(findings.Language)}", citations.Cited.Select(Shown));
    }

    private Answer? Judge(string markdown)
    {
        if (citations.Cited.Count > 0)
            return Grounded(markdown, citations.Cited.Select(Shown));
        return NotFoundAnswer.IsSaidBy(markdown) ? NotFoundAnswer.Write(findings) : Uncited(markdown);
    }

    // The sentence "not in the knowledge base" replaces the answer, so it is never shown as the beginning of one.
    private string Judged(string text)
    {
        if (judged)
            return text;
        var start = unjudged.Append(text).ToString();
        judged = !NotFoundAnswer.MayBecomeSentence(start);
        if (!judged)
            return "";
        unjudged.Clear();
        return start;
    }

    // No answer without references: an uncited one gets the passages it plainly rests on, or is not used.
    private Answer? Uncited(string markdown)
    {
        var terms = Terms.Of(markdown);
        var supporting = read.Select(passage => (passage, share: Terms.Overlap(terms, passage.Text)))
            .Where(candidate => candidate.share >= LeastOverlap)
            .OrderByDescending(candidate => candidate.share)
            .Take(MostSupporting).Select(candidate => Shown(candidate.passage.Number)).ToList();
        var markers = string.Concat(supporting.Select((_, index) => $"[{index + 1}]"));
        return supporting.Count == 0 ? null : Grounded($"{markdown} {markers}", supporting);
    }

    // People are shown the passage that was found; its context was for the model.
    private Reference Shown(int number) => findings.Passages[number - 1];

    private Answer Grounded(string markdown, IEnumerable<Reference> references) =>
        new(Outcome.Grounded, markdown, Passages.Renumber(references), findings.Related, findings.Standalone, findings.Language);
}
