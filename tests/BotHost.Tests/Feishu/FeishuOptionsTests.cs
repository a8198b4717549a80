using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Tests.Feishu;

public sealed class FeishuOptionsTests
{
    [Fact]
    public void Nothing_set_is_right() => Failure(new FeishuOptions()).ShouldBeNull();

    [Fact]
    public void An_app_with_its_secrets_is_right() => Failure(App(_ => { })).ShouldBeNull();

    [Fact]
    public void A_long_connection_needs_the_apps_secret_and_no_other()
    {
        var options = new FeishuOptions { AppId = "cli_a1", AppSecret = "secret", Delivery = Delivery.LongConnection };
        Failure(options).ShouldBeNull();
        options.AppSecret = "";
        Failure(options).ShouldNotBeNull().ShouldContain("Feishu:AppSecret");
    }

    [Theory]
    [InlineData("Feishu:AppSecret")]
    [InlineData("Feishu:EncryptKey")]
    [InlineData("Feishu:BaseUrl")]
    [InlineData("Feishu:MonthlyCalls")]
    [InlineData("Feishu:AppId")]
    public void A_wrong_value_is_named(string key) => Failure(App(options => Break(options, key))).ShouldNotBeNull().ShouldContain(key);

    [Fact]
    public void A_relative_address_is_no_base() =>
        Failure(App(options => options.BaseUrl = new Uri("open.feishu.cn", UriKind.Relative))).ShouldNotBeNull().ShouldContain("Feishu:BaseUrl");

    private static void Break(FeishuOptions options, string key)
    {
        switch (key)
        {
            case "Feishu:AppId": options.AppId = "cli a"; break;
            case "Feishu:AppSecret": options.AppSecret = " "; break;
            case "Feishu:EncryptKey": (options.EncryptKey, options.VerificationToken) = ("", ""); break;
            case "Feishu:BaseUrl": options.BaseUrl = new Uri("ftp://open.feishu.cn"); break;
            case "Feishu:MonthlyCalls": options.MonthlyCalls = -1; break;
        }
    }

    private static FeishuOptions App(Action<FeishuOptions> change)
    {
        var options = new FeishuOptions { AppId = "cli_a1", AppSecret = "secret", EncryptKey = "key" };
        change(options);
        return options;
    }

    private static string? Failure(FeishuOptions options) => new ValidateFeishuOptions().Validate(null, options).FailureMessage;
}
