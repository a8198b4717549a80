using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class SeedTests : IDisposable
{
    private const string Article = "---\ntitle: 词元是什么\nurl: /wiki/tokens\nupdated: 2026-04-01\ntags: [基础]\n---\n# 词元是什么\n\n## 切分\n\n词元是模型读写的最小单位。\n";
    private const string Question = "---\nquestion: 什么是词元？\nanswered: 2026-04-02\ntags: [基础]\nsources:\n  - tokens#切分\n---\n词元是最小单位。[1]\n";

    private readonly TempFolder folder = new();
    private readonly RedisServer server = RedisServer.Start();

    public SeedTests()
    {
        Write("basics/tokens.md", Article);
        Write("questions/what-is-a-token.md", Question);
        Write("README.md", "No seed.");
    }

    private string Seeds => folder["seeds"];

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_empty_store_is_given_the_seeds_and_everyone_finds_them()
    {
        await using var host = await StartAsync();
        await host.Index.CatchUpAsync(2, CancellationToken.None);

        (await host.Visitor.FindAsync("模型读写的最小单位")).ShouldBe(["tokens"]);
        host.Logs.All.ShouldContain(line => line.Contains("Loaded 1 articles and 1 questions in", StringComparison.Ordinal));
        var question = (await host.Store.FindAsync(new(Kinds.Question, "what-is-a-token")))!;
        question.Document.Title.ShouldBe("什么是词元？");
        question.Document.Markdown.ShouldBe("词元是最小单位。[1]\n");
        question.UpdatedAt.ShouldBe(new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero));
        question.Document.Sources.ShouldBe(["tokens#切分"]);
        (await host.Store.FindAsync(new(Kinds.Document, "tokens")))!.Document.Title.ShouldBe("词元是什么");
        (await host.Store.FindAsync(new(Kinds.Question, "tokens"))).ShouldBeNull();
        var listed = (await host.Store.ListAsync(Kinds.Question, 0, 10)).ShouldHaveSingleItem();
        listed.Document.Id.ShouldBe("what-is-a-token");
        (await host.Store.ListAsync(Kinds.Question, listed.Change, 10)).ShouldBeEmpty();
        var related = await host.Index.SearchAsync(new("词元是什么意思") { Kind = Kinds.Question, Access = [AccessLabels.Everyone] }, CancellationToken.None);
        related.Hits.ShouldHaveSingleItem().Url.ShouldBe("/questions/what-is-a-token");
    }

    [Fact]
    public async Task A_store_that_was_written_before_is_left_as_it_is()
    {
        await using (var host = await KnowledgeHost.StartAsync(folder["data"], Redis))
            await host.Editor.PutAsync("own", new { title = "t", markdown = "自己的" });

        await using var again = await StartAsync();

        (await again.Store.FindAsync(new(Kinds.Document, "tokens"))).ShouldBeNull();
    }

    [Fact]
    public async Task Seeds_that_were_deleted_do_not_come_back()
    {
        await using (var host = await StartAsync())
            await host.Editor.DeleteAsync(Api.Document("tokens"));

        await using var again = await StartAsync();

        (await again.Store.FindAsync(new(Kinds.Document, "tokens"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_loading_that_was_cut_short_is_finished_by_the_next_start()
    {
        await using (var host = await StartAsync())
        {
            await using var redis = await StackExchange.Redis.ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
            await redis.GetDatabase().KeyDeleteAsync("{knowledge}:doc:document:tokens");
            await redis.GetDatabase().StringSetAsync("{knowledge}:seeding", "cut short");
        }

        await using var again = await StartAsync();

        (await again.Store.FindAsync(new(Kinds.Document, "tokens"))).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("a.md", "no front matter", 1, "title")]
    [InlineData("a.md", "---\ntitle: a\nupdated: soon\n---\nx", 3, "updated")]
    [InlineData("a.md", "---\ntitle: a\n---\nx", 1, "updated")]
    [InlineData("a.md", "---\ntitle: a\nupdated: 2026-01-01\nauthor: b\n---\nx", 4, "author")]
    [InlineData("a.md", "---\ntitle: a\nupdated: 2026-01-01\n---\n \n", 1, "text")]
    [InlineData("a.md", "---\ntitle: [\n---\nx", 3, "YAML")]
    [InlineData("other/tokens.md", Article, 1, "tokens.md")]
    [InlineData("文章.md", Article, 1, "letters")]
    [InlineData("questions/q.md", "---\nquestion: q\nanswered: 2026-01-01\nsources: [missing]\n---\nx", 4, "missing")]
    [InlineData("questions/q.md", "---\nquestion: q\nanswered: 2026-01-01\nsources: [tokens]\n---\nx [2]", 4, "[2]")]
    [InlineData("questions/q.md", "---\nanswered: 2026-01-01\n---\nx", 1, "question")]
    public async Task A_bad_seed_stops_the_start_with_its_file_and_line(string name, string text, int line, string about)
    {
        Write(name, text);

        var failure = await Should.ThrowAsync<StartupException>(StartAsync);

        failure.Sentence.English.ShouldContain($"{Path.GetFileName(name)}, line {line}: ");
        failure.Sentence.English.ShouldContain(about);
        failure.Sentence.Chinese.ShouldContain($"第 {line} 行");
    }

    [Fact]
    public async Task A_configured_folder_that_is_missing_stops_the_start()
    {
        var failure = await Should.ThrowAsync<StartupException>(
            () => KnowledgeHost.StartAsync(folder["data"], Redis, ("Knowledge:Seed", "no-such-folder")));

        failure.Sentence.English.ShouldContain("Knowledge:Seed");
    }

    [Fact]
    public async Task Seeds_wait_for_a_store_that_is_away_at_the_start()
    {
        server.Kill();
        await using var host = await StartAsync();
        (await host.HealthAsync()).ShouldBe(HealthStatus.Unhealthy);

        server.Resume();
        await host.Index.CatchUpAsync(2, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        (await host.Visitor.FindAsync("模型读写的最小单位")).ShouldBe(["tokens"]);
    }

    [Fact]
    public async Task Bad_seeds_are_reported_even_when_the_store_is_away()
    {
        server.Kill();
        Write("bad.md", "no front matter");

        (await Should.ThrowAsync<StartupException>(StartAsync)).Sentence.English.ShouldContain("bad.md");
    }

    [Fact]
    public async Task Eighty_seeds_are_loaded_well_under_a_second()
    {
        for (var number = 0; number < 80; number++)
            Write($"many/a{number}.md", Article);

        await using var host = await StartAsync();

        var line = host.Logs.All.Single(line => line.Contains("Loaded 81 articles", StringComparison.Ordinal));
        int.Parse(line.Split(" in ")[1].Split(" ms")[0], System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(1_000);
    }

    private string Redis => server.ConnectionString;

    private Task<KnowledgeHost> StartAsync() => KnowledgeHost.StartAsync(folder["data"], Redis, ("Knowledge:Seed", Seeds));

    private void Write(string name, string text)
    {
        var path = Path.Combine(Seeds, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
