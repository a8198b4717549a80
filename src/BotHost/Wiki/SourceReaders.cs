using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Wiki;

/// <summary>
/// Whether whoever reads a document may also read what it shows of another one. The platform hides such a block from whoever may not;
/// a text has the same readers everywhere, so here it is left out for all.
/// </summary>
internal sealed class SourceReaders(GrantsReader grants, IOptions<WikiOptions> options)
{
    /// <param name="readers">Of the document that shows it.</param>
    /// <param name="source">The document that it stands in.</param>
    public async Task<bool> IncludeAsync(Audience readers, string source, Catalogue catalogue, SyncBoard board, CancellationToken cancellationToken)
    {
        var document = catalogue.Find(source) ?? new(source, SyncedDocument.Docx, "");
        var space = board.Space(document.SpaceId);
        if (document.Grants is null)
            document = document with { Grants = (await grants.ReadAsync(document, space?.IsPublic is true, cancellationToken)).Grants };
        return WikiAudience.Of(document, space, options.Value)?.Includes(readers) is true;
    }
}
