using Wenlu.Retrieval.Indexing;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Indexing;

public sealed class IndexFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_committed_index_is_continued_at_its_position()
    {
        Fill(position: 42);

        using var index = Open();

        index.Rebuilt.ShouldBeFalse();
        index.Position.ShouldBe(42);
        index.DocumentCount("document").ShouldBe(20);
        (await index.SearchAsync(new SearchQuery("第7号"), CancellationToken.None)).Hits.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_new_folder_has_to_be_filled()
    {
        using var index = Open();

        index.Rebuilt.ShouldBeTrue();
        index.Position.ShouldBe(0);
    }

    [Fact]
    public void What_was_not_committed_is_gone_after_a_restart_and_the_position_fits()
    {
        Fill(position: 42);
        using (var index = Open())
        {
            index.Upsert(new SourceDocument("late", "", "晚到的文档"));
            index.Refresh();
        }

        using var again = Open();

        (again.Position, again.ChunkCount).ShouldBe((42, 20));
    }

    [Fact]
    public void An_index_of_another_owner_is_emptied()
    {
        Fill(position: 42);

        using var index = DocumentIndex.Open(folder.Path, "somebody else");

        (index.Reason, index.Position, index.ChunkCount).ShouldBe((RebuildReason.OtherSource, 0, 0));
    }

    [Fact]
    public void Its_documents_are_named()
    {
        Fill(position: 42);

        using var index = Open();

        // The removed one is still in the files, as long as nobody merges them.
        index.Documents().Except([("document", "d20")]).ShouldBe([.. Enumerable.Range(0, 20).Select(number => ("document", $"d{number}"))], ignoreOrder: true);
    }

    [Theory]
    [InlineData("flip the first byte")]
    [InlineData("flip a byte in the middle")]
    [InlineData("flip the last byte")]
    [InlineData("cut in half")]
    [InlineData("empty")]
    [InlineData("delete")]
    public void A_damaged_file_empties_the_index_whichever_it_is(string damage)
    {
        Fill(position: 42);
        var whole = Directory.GetFiles(folder.Path).Where(file => !file.EndsWith("write.lock", StringComparison.Ordinal)).ToArray();
        foreach (var victim in whole.Where(file => !file.EndsWith("segments.gen", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)))
        {
            using var copy = new TemporaryFolder();
            foreach (var file in whole)
                File.Copy(file, Path.Combine(copy.Path, Path.GetFileName(file)));
            Damage(Path.Combine(copy.Path, victim), damage);

            using var index = DocumentIndex.Open(copy.Path, "tests");

            (index.Rebuilt, index.Position, index.ChunkCount).ShouldBe((true, 0, 0), $"{victim}: {damage}");
            index.Reason.ShouldBe(RebuildReason.Damaged);
            index.Upsert(new SourceDocument("a", "", "又能用了"));
            index.Commit(1);
        }
    }

    [Fact]
    public void Files_that_are_not_of_an_index_are_left_alone()
    {
        var file = Path.Combine(folder.Path, "notes.txt");
        File.WriteAllText(file, "mine");

        using var index = Open();

        File.ReadAllText(file).ShouldBe("mine");
    }

    [Fact]
    public void A_lock_file_left_behind_does_not_stop_the_start()
    {
        Fill(position: 1);
        File.WriteAllText(Path.Combine(folder.Path, "write.lock"), "");

        using var index = Open();

        index.Rebuilt.ShouldBeFalse();
    }

    [Fact]
    public void A_second_index_on_the_same_folder_is_refused_without_harm()
    {
        Fill(position: 42);
        using var index = Open();

        Should.Throw<IOException>(() => DocumentIndex.Open(folder.Path, "somebody else"));

        index.Commit(43);
        index.ChunkCount.ShouldBe(20);
    }

    [Fact]
    public void Only_the_last_commit_counts_when_files_of_a_later_one_are_half_written()
    {
        Fill(position: 42);
        File.WriteAllBytes(Path.Combine(folder.Path, "_zz.cfs"), new byte[100]);

        using var index = Open();

        (index.Rebuilt, index.Position, index.ChunkCount).ShouldBe((false, 42, 20));
    }

    private DocumentIndex Open() => DocumentIndex.Open(folder.Path, "tests");

    private void Fill(long position)
    {
        using var index = Open();
        foreach (var number in Enumerable.Range(0, 21))
            index.Upsert(new SourceDocument($"d{number}", $"第{number}号", $"第{number}号文档的内容。"));
        index.Commit(position - 1);
        index.Delete("document", "d20");
        index.Commit(position);
    }

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "flip the first byte": bytes[0] ^= 0x10; break;
            case "flip a byte in the middle": bytes[bytes.Length / 2] ^= 0x10; break;
            case "flip the last byte": bytes[^1] ^= 0x10; break;
            case "cut in half": bytes = bytes[..(bytes.Length / 2)]; break;
            case "empty": bytes = []; break;
            case "delete": File.Delete(file); return;
        }
        File.WriteAllBytes(file, bytes);
    }
}
