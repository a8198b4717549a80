using System.Net;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>Revisions are in the embedded store for good, large ones too: when its log is made small, and when it is read again.</summary>
public sealed class RevisionKeepingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task They_survive_a_rewrite_and_a_restart_of_the_store()
    {
        await using (var host = await KnowledgeHost.StartAsync(folder["data"], null))
        {
            foreach (var letter in "abc")
                (await host.Editor.PutAsync("large", new { title = "t", markdown = new string(letter, 3_900_000) })).IsSuccessStatusCode.ShouldBeTrue();
            for (var number = 0; number < 25; number++)
                await host.Editor.PutAsync("small", new { title = "t", markdown = $"第 {number} 版" });
            await host.Service<EmbeddedStore>().RewriteAsync();
            // Away for a moment while its connection comes back.
            await Eventually.TrueAsync(async () => (await host.Editor.GetAsync(Api.Document("small"))).IsSuccessStatusCode);
            await CheckAsync(host);
        }

        await using var again = await KnowledgeHost.StartAsync(folder["data"], null);
        await CheckAsync(again);
        (await again.Editor.SendAsync(HttpMethod.Post, Api.Document("large") + "/revisions/1/restore")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task CheckAsync(KnowledgeHost host)
    {
        foreach (var (letter, revision) in "abc".Zip(Enumerable.Range(1, 3)))
            (await ReadAsync(host, "large", revision)).ShouldBe(new string(letter, 3_900_000));
        (await ReadAsync(host, "small", 6)).ShouldBe("第 5 版");
        (await ReadAsync(host, "small", 25)).ShouldBe("第 24 版");
    }

    private static async Task<string?> ReadAsync(KnowledgeHost host, string id, int revision) =>
        (await (await host.Editor.GetAsync($"{Api.Document(id)}/revisions/{revision}")).JsonAsync()).GetProperty("markdown").GetString();
}
