using System.Text;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Cli;

/// <summary>A file that will not be in the knowledge base, and why.</summary>
internal sealed record FailedFile(string Path, string Why);

/// <summary>What of a folder has to be sent to a service that already has some of it.</summary>
internal sealed record PushPlan(IReadOnlyList<PlannedFile> Files, int Unchanged, IReadOnlyList<FailedFile> Failed)
{
    /// <summary>
    /// The service itself remembers what it has: nothing is kept beside the files, so that a push that was killed, or made from
    /// another machine, continues where the knowledge base really is.
    /// </summary>
    public static PushPlan Make(string folder, IEnumerable<string> paths, IReadOnlyDictionary<string, string> hashes, Audience unset, Language language)
    {
        var (files, failed, unchanged) = (new List<PlannedFile>(), new List<FailedFile>(), 0);
        foreach (var path in paths)
        {
            var relative = Path.GetRelativePath(folder, path);
            switch (PushedFile.Read(path, PushedFile.IdOf(relative), unset))
            {
                case Submission.Refused refused:
                    failed.Add(new(relative, PushedFile.WhyOf(refused.Problem, language)));
                    break;
                case Submission.Accepted { Document: var document } when hashes.GetValueOrDefault(document.Id) == document.ContentHash():
                    unchanged++;
                    break;
                case Submission.Accepted { Document: var document }:
                    files.Add(new(path, relative, document.Id, Encoding.UTF8.GetByteCount(document.Markdown)));
                    break;
            }
        }
        return new(files, unchanged, failed);
    }
}

/// <summary>Read again when its turn comes: a folder may be larger than the memory.</summary>
internal sealed record PlannedFile(string Path, string RelativePath, string Id, int Size);
