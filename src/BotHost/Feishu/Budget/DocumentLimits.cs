using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Feishu.Budget;

/// <summary>The limits of the interfaces that documents are read by: far tighter than the app's own, each shared by all replicas.</summary>
internal sealed class DocumentLimits(IOptions<FeishuOptions> options)
{
    /// <summary>Reading a subscription back, or ending one, is allowed ten times a minute.</summary>
    private const int SubscriptionsPerMinute = 10;

    private readonly FeishuOptions app = options.Value;

    /// <summary>Null for a call without such a limit.</summary>
    public (string Name, CallRule Rule)? Of(HttpRequestMessage request) => DocumentOperation.Of(request) switch
    {
        null or DocumentOperation.Metas or DocumentOperation.Subscribe or DocumentOperation.Person or DocumentOperation.Sheet => null,
        DocumentOperation.Docx => (DocumentOperation.Docx, CallRule.Steadily(app.DocumentCallsPerSecond)),
        DocumentOperation.Subscription => (DocumentOperation.Subscription, CallRule.Evenly(SubscriptionsPerMinute)),
        { } operation => (operation, CallRule.Evenly(app.DocumentCallsPerMinute)),
    };
}
