using Wenlu.Retrieval.Analysis;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Confidence;

/// <summary>A hit as it is read for evidence, folded once for all wordings of a question.</summary>
/// <param name="DocumentId">Whose passage it is.</param>
/// <param name="Head">Its title and headings.</param>
/// <param name="Body">Its text.</param>
/// <param name="Stated">The text without what it only quotes.</param>
internal sealed record PassageText(string DocumentId, string Head, string Body, string Stated)
{
    public bool HasQuotations => !ReferenceEquals(Body, Stated);

    public static PassageText Of(Hit hit)
    {
        var body = TextNormalizer.Fold(hit.Text);
        return new PassageText(hit.DocumentId, TextNormalizer.Fold($"{hit.Title}\n{string.Join('\n', hit.Headings)}"), body, Quotations.Blank(body));
    }
}
