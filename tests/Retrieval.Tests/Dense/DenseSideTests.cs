namespace Wenlu.Retrieval.Tests.Dense;

public sealed class DenseSideTests
{
    [Fact]
    public async Task Passages_are_found_by_what_their_vectors_say()
    {
        using var bench = new DenseBench();
        await bench.WriteAsync(
            new SourceDocument("leave", "休假制度", "## 年假\n入职满一年者，年假十天。"),
            new SourceDocument("vpn", "远程接入", "## 安装\n下载客户端，输入工号和密码。"));

        var found = await bench.FindAsync("年假有几天");

        found.Select(hit => hit.Id).ShouldBe(["leave", "vpn"]);
        found[0].Cosine.ShouldBeGreaterThan(found[1].Cosine);
        bench.Embeddings.Progress.ShouldSatisfyAllConditions(
            progress => (progress.Model, progress.Dimension, progress.Embedded, progress.Missing, progress.Failure).ShouldBe(("bag", 256, 2, 0, null)));
    }
}
