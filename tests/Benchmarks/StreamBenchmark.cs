using System.Diagnostics;
using System.Net.Http.Json;
using Wenlu.Benchmarks.Children;
using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.Benchmarks;

/// <summary>How soon the first words of an answer reach the platform, and what an answer that takes half a minute costs in calls.</summary>
internal static class StreamBenchmark
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(Scale scale, Report report)
    {
        Report.Progress("stream");
        await using var platform = await FeishuPlatform.StartAsync();
        await using var model = await ScriptedModel.StartAsync();
        using var folder = new TempFolder();
        await using var bot = await BotProcess.StartAsync(Repository.BuiltBot, folder["data"], Settings(platform, model));
        await LearnAsync(bot);
        using var delivery = new FeishuDelivery(bot.Address, platform);
        await MeasureFirstFramesAsync(scale, report, platform, model, delivery);
        await MeasureCallsAsync(report, platform, model, delivery);
    }

    private static async Task MeasureFirstFramesAsync(Scale scale, Report report, FeishuPlatform platform, ScriptedModel model, FeishuDelivery delivery)
    {
        var firstToken = 0L;
        model.Otherwise = _ =>
        {
            Volatile.Write(ref firstToken, (DateTimeOffset.UtcNow + Pause).ToUnixTimeMilliseconds());
            return ModelReply.Says(Answer(words: 12)).Cut(6).Pausing(Pause);
        };
        var waits = new List<double>();
        for (var number = 0; number < scale.Questions / 5; number++)
        {
            var before = platform.Calls.Count;
            await AskAsync(platform, delivery, number);
            var frame = platform.Calls.Skip(before).First(call => call.Path.EndsWith("/content", StringComparison.Ordinal));
            waits.Add(frame.At.ToUnixTimeMilliseconds() - Volatile.Read(ref firstToken));
        }

        var samples = new Samples(waits.Skip(1));
        report.Add("first token to first frame", $"{samples.Show("ms")}, p95 {samples.Percentile(95):0} ms", "< 300 ms", samples.Percentile(95) < 300);
    }

    private static async Task MeasureCallsAsync(Report report, FeishuPlatform platform, ScriptedModel model, FeishuDelivery delivery)
    {
        model.Otherwise = _ => ModelReply.Says(Answer(words: 300)).Cut(6).Pausing(Pause);
        var (before, begun) = (platform.Calls.Count, Stopwatch.GetTimestamp());
        await AskAsync(platform, delivery, number: 99_999);
        var took = Stopwatch.GetElapsedTime(begun);
        var calls = platform.Calls.Count - before;
        report.Add($"calls of an answer of {took.TotalSeconds:0} s, by the default settings", $"{calls}", "12 in 30 s", calls <= 12);
    }

    private static async Task AskAsync(FeishuPlatform platform, FeishuDelivery delivery, int number)
    {
        var message = AMessage.InDirectChat($"oc_{number:D32}").Saying("年假有几天？");
        await delivery.SendAsync(message);
        await platform.CardFinishedAsync(message.MessageId, TimeSpan.FromMinutes(2));
    }

    private static string Answer(int words) => $"年假十天。[1]{string.Concat(Enumerable.Repeat("入职满一年者。", Math.Max(0, words - 2)))}";

    private static async Task LearnAsync(BotProcess bot)
    {
        using var put = await bot.Http.PutAsJsonAsync(
            "/api/knowledge/documents/leave", new { title = "员工手册", markdown = "## 年假\n入职满一年者，年假十天。", audience = "everyone", url = "https://wiki.example.com/leave" });
        put.EnsureSuccessStatusCode();
    }

    private static string[] Settings(FeishuPlatform platform, ScriptedModel model) =>
    [
        "--Knowledge:Seed=",
        .. platform.Settings,
        .. model.Settings,
    ];
}
