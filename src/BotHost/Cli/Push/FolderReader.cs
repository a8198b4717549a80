using System.Collections.Concurrent;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Knowledge.Conversion;

namespace Wenlu.BotHost.Cli.Push;

/// <summary>Reads the files of a folder as the documents they will be, their links leading to one another, on every core.</summary>
internal sealed class FolderReader(PushFolder folder, string origin, Audience unset, Language language)
{
    /// <summary>Every document to the one, every file that is none to the other; a folder may be larger than the memory.</summary>
    public async Task ReadAsync(Func<string, KnowledgeDocument, ValueTask> accepted, Action<FailedFile> refused, CancellationToken cancellationToken)
    {
        var targets = new LinkTargets(new FileAddresses(folder).Find);
        var seen = new ConcurrentDictionary<string, string>();
        foreach (var path in folder.Wanted)
            seen.TryAdd(FileDocumentId.Of(path), path);
        await Parallel.ForEachAsync(folder.Wanted, cancellationToken, async (path, stop) =>
        {
            var id = FileDocumentId.Of(path);
            if (seen[id] != path)
                refused(new(path, PushTexts.Twin.In(language)));
            else
                await SortAsync(path, await PushedFile.ReadAsync(folder.PathOf(path), id, unset, stop), targets, accepted, refused);
        });
    }

    private async ValueTask SortAsync(
        string path, Submission read, LinkTargets targets, Func<string, KnowledgeDocument, ValueTask> accepted, Action<FailedFile> refused)
    {
        if (read is Submission.Accepted { Document: var document })
            await accepted(path, Finish(document, path, targets));
        else
            refused(new(path, PushedFile.WhyOf(((Submission.Refused)read).Problem, language)));
    }

    private KnowledgeDocument Finish(KnowledgeDocument document, string path, LinkTargets targets) => document with
    {
        Origin = origin,
        Markdown = document.Key == GlossaryDocument.Key ? document.Markdown : RelativeLinks.Resolve(document.Markdown, link => targets.AddressOf(path, link)),
    };
}
