using Microsoft.Extensions.Options;
using Wenlu.BotHost.Events;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>What is subscribed no call tells; what has come, the running service does.</summary>
internal sealed class EventsCheck(RunningService service, IOptions<FeishuOptions> options) : ICheck
{
    private const string Received = "wenlu_events_received_total";

    public Subject Subject { get; } = new("feishu.events", new("事件订阅", "event subscription"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsEnabled)
            return [];
        var answer = await service.AnswerAsync();
        var (messages, clicks) = (Of(answer, EventTypes.Message), Of(answer, EventTypes.CardAction));
        return [(answer.Health, messages) switch
        {
            (null, _) => Finding.Note(Subject, Hidden, Subscribe),
            (_, 0) => Finding.Note(Subject, NoneYet, Subscribe),
            _ => Finding.Ok(Subject, Came(messages, clicks)),
        }];
    }

    private static long Of(ServiceAnswer answer, string type) => answer.Sum(Received, $"type=\"{type}\"") ?? 0;

    private static readonly Bilingual Hidden = new(
        "没有接口能查到订阅了什么；服务运行后，这里显示收到过的事件。", "No call tells what is subscribed; while the service runs, what has come stands here.");

    private static readonly Bilingual NoneYet = new("服务启动以来还没有收到消息。", "No message has come since the service started.");

    private static readonly Bilingual Subscribe = new(
        $"在「事件与回调」订阅 {EventTypes.Message} 和回调 {EventTypes.CardAction}，发布版本，再给机器人发一条消息试试。",
        $"Subscribe to {EventTypes.Message} and the callback {EventTypes.CardAction} under Events & callbacks, publish, and write to the bot.");

    private static Bilingual Came(long messages, long clicks) => new(
        $"服务启动以来收到 {messages} 条消息、{clicks} 次卡片点击。", $"Since the service started: messages {messages}, card clicks {clicks}.");
}
