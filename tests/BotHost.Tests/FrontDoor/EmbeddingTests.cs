using System.Text.Json;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>With an embedding model set: passages are found by meaning, once embedded, and by words whatever becomes of the model.</summary>
public sealed class EmbeddingTests() : FrontDoor(redis: "")
{
    private const string WithEmbeddings = "--Llm:EmbeddingModel=embedder";

    [Fact]
    public async Task A_passage_that_shares_no_word_with_the_question_is_found()
    {
        var bot = await StartWithPoliciesAsync();

        await FoundAsync(bot, "vacation", "leave");
    }

    [Fact]
    public async Task What_was_embedded_is_not_sent_again_after_a_restart()
    {
        var bot = await StartWithPoliciesAsync();
        await FoundAsync(bot, "vacation", "leave");
        await StopAsync(bot);
        var sent = Model.Embeddings!.Texts.Count;

        bot = await StartAsync(WithEmbeddings);
        await FoundAsync(bot, "vacation", "leave");

        Model.Embeddings.Texts.Skip(sent).ShouldNotContain(text => text.Text.Contains("年假"));
    }

    [Fact]
    public async Task Another_model_embeds_everything_anew()
    {
        var bot = await StartWithPoliciesAsync();
        await FoundAsync(bot, "vacation", "leave");
        await StopAsync(bot);

        bot = await StartAsync("--Llm:EmbeddingModel=successor");
        await FoundAsync(bot, "vacation", "leave");

        await WaitAsync(() => Task.FromResult(Model.Embeddings!.Texts.Any(text => text.Model == "successor" && text.Text.Contains("年假十天"))));
    }

    [Fact]
    public async Task A_model_that_is_down_delays_no_push_and_leaves_the_words()
    {
        Model.Embeddings = new ScriptedEmbeddings(Meaning) { StatusFor = _ => 503 };
        var bot = await StartAsync(WithEmbeddings);

        await bot.KnowsAsync("leave", "员工手册", LeavePolicy);

        (await SearchAsync(bot, "年假有几天"))[0].ShouldBe("leave");
    }

    [Fact]
    public async Task A_model_that_is_back_is_used_again()
    {
        var isDown = true;
        Model.Embeddings = new ScriptedEmbeddings(Meaning) { StatusFor = _ => isDown ? 503 : 200 };
        var bot = await StartAsync(WithEmbeddings);
        await bot.KnowsAsync("leave", "员工手册", LeavePolicy);
        (await SearchAsync(bot, "vacation")).ShouldBeEmpty();

        isDown = false;

        await FoundAsync(bot, "vacation", "leave");
    }

    private async Task<Bot> StartWithPoliciesAsync()
    {
        Model.Embeddings = new ScriptedEmbeddings(Meaning) { IgnoresEncoding = true };
        var bot = await StartAsync(WithEmbeddings);
        await bot.KnowsAsync("leave", "员工手册", LeavePolicy);
        await bot.KnowsAsync("vpn", "远程接入", "## 安装\n下载客户端，输入工号和密码。\n\n## 故障\n连不上时请重启客户端。");
        return bot;
    }

    private static Task FoundAsync(Bot bot, string question, string first) =>
        WaitAsync(async () => (await SearchAsync(bot, question)) is [var hit, ..] && hit == first);

    private static async Task<string[]> SearchAsync(Bot bot, string question)
    {
        using var answer = JsonDocument.Parse(await bot.Http.GetStringAsync($"/api/search?q={Uri.EscapeDataString(question)}"));
        return [.. answer.RootElement.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("documentId").GetString()!)];
    }

    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await condition())
            await Task.Delay(100, patience.Token);
    }

    private static float[] Meaning(string model, string text) =>
        text.Contains('假') || text.Contains("vacation") ? [1, 0.2f, model.Length] : [0.1f, 1, model.Length];
}
