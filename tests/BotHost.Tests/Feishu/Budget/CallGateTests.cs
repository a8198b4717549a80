using System.Net;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;
using Wenlu.BotHost.Feishu.Budget;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Inbox;

namespace Wenlu.BotHost.Tests.Feishu.Budget;

/// <summary>A process that is held up must not send all at once what should have gone out one by one.</summary>
public sealed class CallGateTests(EmbeddedInboxStore store) : IClassFixture<EmbeddedInboxStore>
{
    private readonly string app = $"cli_{Guid.NewGuid():N}";

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(100, 4)]
    public async Task A_missed_moment_is_booked_anew_but_a_call_goes_out_in_the_end(int delays, int booked)
    {
        var time = new HeldUp(delays);
        var options = Options.Create(new FeishuOptions { AppId = app, MonthlyCalls = 10 });
        var ledger = new CallLedger(new StoreScripts(store.Connection, new TransactionGate()), store.Connection, options, time);
        using var gate = new CallGate(ledger, new DocumentLimits(options), time) { InnerHandler = new Wire() };
        using var invoker = new HttpMessageInvoker(gate);

        using var request = new HttpRequestMessage(HttpMethod.Get, "https://open.feishu.cn/open-apis/bot/v3/info");
        (await invoker.SendAsync(request, CancellationToken.None)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await store.Connection.GetDatabase().ListLengthAsync($"{{feishu:{app}}}:calls")).ShouldBe(booked);
        (await ledger.LookAsync()).Left.ShouldBe(9);
    }

    private sealed class Wire : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }

    /// <summary>A second passes between any two looks at the clock, until it has been so often enough.</summary>
    private sealed class HeldUp(int delays) : TimeProvider
    {
        private int looks;
        private long passed;

        public override long GetTimestamp() =>
            ++looks % 2 == 0 && looks / 2 <= delays ? passed += TimestampFrequency : passed;
    }
}
