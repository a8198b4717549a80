using System.Net.Http.Json;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.Processes;

[Collection(OneAtATime.Name)]
public sealed class FirstRunTests
{
    [Fact]
    public async Task The_first_start_of_a_newcomer_loads_the_seeds_and_says_where_to_ask()
    {
        using var folder = new TempFolder();
        CopySeeds(folder["seeds"]);
        using var process = BotProcess.Start(folder.Path, new Dictionary<string, string> { ["Urls"] = "http://127.0.0.1:0" });

        using var http = new HttpClient { BaseAddress = await process.ReadyAsync() };

        process.Output.ShouldMatch(@"loading [0-9]+ seeds[\s\S]+Loaded [0-9]+ articles and [0-9]+ questions");
        process.Output.TrimEnd().Split('\n')[^1].ShouldContain($"Ask at {http.BaseAddress!.GetLeftPart(UriPartial.Authority)}");
        (await http.GetAsync("/health/ready")).IsSuccessStatusCode.ShouldBeTrue();
        (await http.GetStringAsync("/")).ShouldContain("<form");
        (await http.PostAsJsonAsync("/api/ask", new { question = "大语言模型是怎么工作的？" })).IsSuccessStatusCode.ShouldBeTrue();
        process.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Neither_secrets_nor_what_people_write_are_ever_in_the_output()
    {
        await using var bot = await Installation.CreateAsync();
        using var process = await bot.StartReadyAsync();
        await bot.KnowLeaveAsync();
        bot.Model.Then(ModelReply.Says("入职满一年者，年假十天。[1]"), ModelReply.Fails(401), ModelReply.Fails(400));
        bot.Platform.FailNext("PUT /open-apis/cardkit/v1/cards/*", count: 1, status: 400, code: 230099);
        for (var number = 0; number < 3; number++)
        {
            var question = AMessage.InDirectChat($"oc_000000000000000000000000000000f{number}").From($"ou_000000000000000000000000000000f{number}").Saying("年假有几天？");
            await bot.Delivery.SendAsync(question);
            await bot.Platform.CardFinishedAsync(question.MessageId, TimeSpan.FromSeconds(20));
        }

        await bot.Delivery.PostAsync(Sealed.Sign("""{"encrypt":"bm90aGluZyBvZiBvdXJz"}"""u8.ToArray(), "another-key", DateTimeOffset.UtcNow));
        await bot.Http.PostAsJsonAsync("/api/ask", new { question = "年假有几天？" });
        process.Signal("TERM");
        await process.ExitAsync(TimeSpan.FromSeconds(10));

        process.Output.ShouldContain("Rejected");
        var options = bot.Platform.Options;
        string[] secrets = [options.AppSecret, options.EncryptKey!, options.VerificationToken, bot.Model.ApiKey, Installation.EditorKey, "t-g1"];
        foreach (var secret in secrets.Concat(["年假", "入职满一年"]))
            (process.Output + process.Errors).ShouldNotContain(secret);
    }

    private static void CopySeeds(string target)
    {
        var seeds = Path.Combine(Repository(), "seeds");
        foreach (var file in Directory.EnumerateFiles(seeds, "*.md", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Bot.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
