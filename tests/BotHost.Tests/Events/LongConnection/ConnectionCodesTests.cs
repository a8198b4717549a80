using System.Net;
using Wenlu.BotHost.Events.LongConnection;

namespace Wenlu.BotHost.Tests.Events.LongConnection;

public sealed class ConnectionCodesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000040343)]
    public void A_platform_in_trouble_is_asked_again(int code) =>
        ConnectionCodes.OfDiscovery(code, HttpStatusCode.OK, "busy").ShouldBe(new ConnectOutcome.Failed("busy"));

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.Forbidden)]
    public void A_code_counts_only_in_an_answer_of_the_platform_itself(HttpStatusCode status) =>
        ConnectionCodes.OfDiscovery(514, status, "proxy").ShouldBe(new ConnectOutcome.Failed("proxy"));

    [Theory]
    [InlineData(514)]
    [InlineData(1000040344)]
    public void A_secret_that_is_refused_is_a_setting_to_put_right(int code)
    {
        var refused = ConnectionCodes.OfDiscovery(code, HttpStatusCode.OK, "").ShouldBeOfType<ConnectOutcome.Refused>();
        refused.IsSetting.ShouldBeTrue();
        refused.Sentence.ToString().ShouldContain("Feishu:AppSecret");
    }

    [Theory]
    [InlineData(403, "Feishu:Delivery")]
    [InlineData(77, "77")]
    public void Any_other_refusal_is_final_and_says_what_to_look_at(int code, string text)
    {
        var refused = ConnectionCodes.OfDiscovery(code, HttpStatusCode.OK, "").ShouldBeOfType<ConnectOutcome.Refused>();
        refused.IsSetting.ShouldBeFalse();
        refused.Sentence.English.ShouldContain(text);
        refused.Sentence.Chinese.ShouldContain(text);
    }

    [Fact]
    public void Too_many_connections_is_no_refusal()
    {
        ConnectionCodes.OfDiscovery(1000040350, HttpStatusCode.OK, "").ShouldBeOfType<ConnectOutcome.Crowded>();
        Handshake(("Handshake-Status", "514"), ("Handshake-Autherrcode", "1000040350")).ShouldBeOfType<ConnectOutcome.Crowded>();
    }

    [Fact]
    public void A_handshake_that_fails_is_tried_again_unless_the_app_is_banned()
    {
        Handshake().ShouldBeOfType<ConnectOutcome.Failed>();
        Handshake(("Handshake-Status", "514"), ("Handshake-Msg", "ticket expired")).ShouldBeOfType<ConnectOutcome.Failed>().Reason.ShouldContain("ticket expired");
        Handshake(("Handshake-Status", "500")).ShouldBeOfType<ConnectOutcome.Failed>();
        Handshake(("Handshake-Status", "403")).ShouldBeOfType<ConnectOutcome.Refused>();
    }

    private static ConnectOutcome Handshake(params (string Name, string Value)[] headers) =>
        ConnectionCodes.OfHandshake(name => headers.FirstOrDefault(header => header.Name == name).Value, "no 101");
}
