using Wenlu.BotHost.Tests.FrontDoor;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Cli.Doctor;

public sealed class ModelDoctorTests : DoctorBench
{
    [Fact]
    public async Task Every_model_that_is_set_is_called_and_fine()
    {
        Model.Embeddings = new ScriptedEmbeddings((_, _) => [1, 0, 0]);
        await using var reranker = await ScriptedReranker.StartAsync();

        var report = await LookAsync("--Llm:Fallback:ChatModel=spare", "--Llm:EmbeddingModel=embedder",
            $"--Rerank:Endpoint={reranker.Address}v1/rerank", "--Rerank:Model=ranker", $"--Rerank:ApiKey={reranker.ApiKey}", "--Rerank:Deadline=00:00:10");

        report.Complaints.ShouldBeEmpty(report.Text);
        report.StateOf("model.fallback").ShouldBe("ok");
        report.FindingOf("model.embedding").ShouldContain("3 components");
        report.StateOf("reranker").ShouldBe("ok");
        reranker.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(401, "Llm:ApiKey")]
    [InlineData(404, "Llm:Endpoint")]
    [InlineData(429, "quota")]
    [InlineData(500, "provider has a fault")]
    public async Task A_model_that_refuses_fails_with_the_remedy_for_its_status(int status, string remedy)
    {
        Model.Then(ModelReply.Fails(status));

        var report = await LookAsync();

        report.Complaints.ShouldBe(["model.chat"]);
        report.RemedyOf("model.chat").ShouldContain(remedy);
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_spare_model_that_fails_is_a_warning()
    {
        Model.Otherwise = request => request.Model == "spare" ? ModelReply.Fails(404) : ModelReply.Says("OK");

        var report = await LookAsync("--Llm:Fallback:ChatModel=spare");

        report.Complaints.ShouldBe(["model.fallback"]);
        report.Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_reranker_that_refuses_fails()
    {
        await using var reranker = await ScriptedReranker.StartAsync();
        reranker.Status = 500;

        var report = await LookAsync($"--Rerank:Endpoint={reranker.Address}v1", "--Rerank:Model=ranker", $"--Rerank:ApiKey={reranker.ApiKey}");

        report.Complaints.ShouldBe(["reranker"]);
        report.FindingOf("reranker").ShouldContain("HTTP 500");
    }

    [Fact]
    public async Task Vectors_of_another_size_than_those_that_are_stored_fail()
    {
        Model.Embeddings = new ScriptedEmbeddings((_, _) => [1, 0, 0]);
        await using (var bot = await Bot.StartAsync(Platform, Model, "", Folder, "--Feishu:AppId=", "--Llm:EmbeddingModel=embedder"))
        {
            await bot.KnowsAsync("leave", "员工手册", "## 年假\n入职满一年者，年假十天。");
            await Fixtures.Eventually.TrueAsync(() => Directory.Exists(Folder["data/vectors"]) && Directory.GetFiles(Folder["data/vectors"]).Length > 0);
        }
        Model.Embeddings = new ScriptedEmbeddings((_, _) => [1, 0, 0, 0]);

        var report = await LookAsync("--Llm:EmbeddingModel=embedder");

        report.Complaints.ShouldBe(["model.embedding"]);
        report.FindingOf("model.embedding").ShouldBe("embedder answers with vectors of 4 components; those stored have 3.");
        (await LookAsync("--Llm:EmbeddingModel=successor")).StateOf("model.embedding").ShouldBe("note");
    }
}
