using System.Runtime.CompilerServices;
using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Tests.Answers;

/// <summary>Dialogues about the seeds (follow-ups.tsv): what a follow-up leaves out is found, and a new topic is found as if nothing had been said before.</summary>
public sealed class FollowUpTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DocumentIndex index;

    public FollowUpTests()
    {
        index = DocumentIndex.Open(folder["index"], "tests");
        foreach (var seed in SeedFolder.Read(Path.Combine(Folder(), "../../../seeds")))
            if (seed.Key == GlossaryDocument.Key)
                index.Glossary = Glossary.Parse(seed.Markdown);
            else
                index.Upsert(new(seed.Id, seed.Title, seed.Markdown) { Kind = seed.Kind });
        index.Refresh();
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Follow_ups_find_more_than_as_they_are_and_new_topics_lose_nothing()
    {
        var dialogues = File.ReadLines(Path.Combine(Folder(), "follow-ups.tsv")).Where(line => !line.StartsWith('#')).Select(Dialogue.Parse).ToLookup(dialogue => dialogue.Kind);

        var (alone, completed) = (await JudgeAsync(dialogues["follow-up"], AsIs), await JudgeAsync(dialogues["follow-up"], Completed));
        var (topicAlone, topicCompleted) = (await JudgeAsync(dialogues["new-topic"], AsIs), await JudgeAsync(dialogues["new-topic"], Completed));

        (dialogues["follow-up"].Count(), dialogues["new-topic"].Count()).ShouldBe((75, 30));
        completed.First.ShouldBeGreaterThanOrEqualTo(alone.First + 3);
        completed.AmongFive.ShouldBeGreaterThanOrEqualTo(Math.Max(alone.AmongFive, 71));
        topicCompleted.First.ShouldBeGreaterThanOrEqualTo(topicAlone.First - 1);
        topicCompleted.AmongFive.ShouldBeGreaterThanOrEqualTo(topicAlone.AmongFive);
    }

    private async Task<(int First, int AmongFive)> JudgeAsync(IEnumerable<Dialogue> dialogues, Func<Dialogue, SearchQuery> understand)
    {
        var (first, amongFive) = (0, 0);
        foreach (var dialogue in dialogues)
        {
            var hits = (await index.SearchAsync(understand(dialogue) with { TopK = 5 }, CancellationToken.None)).Hits;
            first += hits.Take(1).Count(dialogue.IsAnsweredBy);
            amongFive += hits.Any(dialogue.IsAnsweredBy) ? 1 : 0;
        }
        return (first, amongFive);
    }

    private static SearchQuery AsIs(Dialogue dialogue) => new(dialogue.Question);

    // As the answers do without a model.
    private static SearchQuery Completed(Dialogue dialogue)
    {
        var complete = EllipticQuestion.Complete(dialogue.Question, dialogue.Before);
        return new(complete) { Phrasings = complete == dialogue.Question ? [] : [dialogue.Question] };
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Dialogue(string Kind, IReadOnlyList<Turn> Before, string Question, IReadOnlyList<string[]> Sections)
    {
        public static Dialogue Parse(string line)
        {
            var cells = line.Split('\t');
            var before = cells[1].Split('|').Select(question => new Turn(question, "", DateTimeOffset.UnixEpoch));
            return new(cells[0], [.. before], cells[2], [.. cells[3].Split(',').Select(section => section.Split('#'))]);
        }

        public bool IsAnsweredBy(Hit hit) => Sections.Any(section =>
            section[0] == hit.DocumentId && (section.Length == 1 || hit.Headings.Contains(section[1])));
    }
}
