using System.Text.Json;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Events.LongConnection;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>
/// The way that events come. Of the long connection the address is asked for and left alone: whoever connects is given events,
/// and one that a doctor got would be late for the service.
/// </summary>
internal sealed class DeliveryCheck(PlatformClient platform, IOptions<FeishuOptions> options, IOptions<SiteOptions> site) : ICheck
{
    public Subject Subject { get; } = new("feishu.delivery", new("接收方式", "delivery"));

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) => options.Value switch
    {
        { IsEnabled: false } => [],
        { Delivery: Delivery.LongConnection } => [await DiscoverAsync(cancellationToken)],
        _ => [.. Webhook()],
    };

    private IEnumerable<Finding> Webhook()
    {
        yield return Finding.Note(Subject, DeliveryTexts.Webhook, DeliveryTexts.SaveAddresses(site.Value.BaseUrl));
        if (string.IsNullOrWhiteSpace(options.Value.EncryptKey))
            yield return Finding.Warning(new("feishu.signature", new("事件签名", "event signature")), DeliveryTexts.Unsigned, DeliveryTexts.SetKey);
    }

    private async Task<Finding> DiscoverAsync(CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new EndpointRequest(options.Value.AppId, options.Value.AppSecret), EndpointJson.Default.EndpointRequest);
        var reply = await platform.CallAsync(new(HttpMethod.Post, "/callback/ws/endpoint", body), token: null, cancellationToken);
        if (reply.Trouble != Trouble.None)
            return reply.ToFinding(Subject);
        return reply.Code == 0 ? Finding.Ok(Subject, DeliveryTexts.CanConnect) : Judge(ConnectionCodes.OfDiscovery(reply.Code!.Value, reply.Status, $"{reply.Code}"));
    }

    private Finding Judge(ConnectOutcome outcome) => outcome switch
    {
        ConnectOutcome.Crowded => Finding.Failed(Subject, DeliveryTexts.Crowded, DeliveryTexts.StopOthers),
        ConnectOutcome.Refused { Sentence: var sentence, IsSetting: var isSetting } =>
            Finding.Failed(Subject, sentence, isSetting ? PlatformTexts.CopyCredentials : DeliveryTexts.ChooseConnection),
        ConnectOutcome.Failed { Reason: var reason } => Finding.Warning(Subject, DeliveryTexts.NotNow(reason), DoctorTexts.TryAgain),
        _ => Finding.Ok(Subject, DeliveryTexts.CanConnect),
    };
}
