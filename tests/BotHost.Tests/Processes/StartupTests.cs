using System.Net;
using System.Net.Sockets;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>A wrong setting stops the real process with a sentence that names its key, and with nothing that only a programmer can read.</summary>
[Collection(OneAtATime.Name)]
public sealed class StartupTests : IDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, string> Good = new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Knowledge:Seed"] = "",
        ["Feishu:AppId"] = "cli_0001",
        ["Feishu:AppSecret"] = "an-app-secret",
        ["Feishu:EncryptKey"] = "an-encrypt-key",
        ["Llm:Provider"] = "OpenAI",
        ["Llm:ChatModel"] = "scripted",
        ["Llm:ApiKey"] = "a-model-key",
    };

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Feishu:AppId", "cli 0001")]
    [InlineData("Feishu:AppSecret", "")]
    [InlineData("Feishu:EncryptKey", "")]
    [InlineData("Feishu:BaseUrl", "open.feishu.cn")]
    [InlineData("Feishu:BaseUrl", "http://[")]
    [InlineData("Feishu:Delivery", "Foo")]
    [InlineData("Feishu:MonthlyCalls", "-1")]
    [InlineData("Feishu:MonthlyCalls", "x")]
    [InlineData("ConnectionStrings:Redis", "localhost:99999")]
    [InlineData("ConnectionStrings:Redis", ",,,=")]
    [InlineData("Storage:Directory", " ")]
    [InlineData("Storage:MinimumFreeMegabytes", "1")]
    [InlineData("Storage:MinimumFreeMegabytes", "x")]
    [InlineData("Storage:RewriteMegabytes", "0")]
    [InlineData("Storage:RecoveryTimeout", "abc")]
    [InlineData("Llm:Provider", "Foo")]
    [InlineData("Llm:Provider", "7")]
    [InlineData("Llm:Endpoint", "models.example.com")]
    [InlineData("Llm:ChatModel", "")]
    [InlineData("Llm:ApiKey", "")]
    [InlineData("Llm:ApiKey", "a key\nwith a line break")]
    [InlineData("Llm:FirstToken", "00:00:00")]
    [InlineData("Llm:Stall", "abc")]
    [InlineData("Llm:Total", "1.00:00:00")]
    [InlineData("Knowledge:Editors:bob", "short")]
    [InlineData("Knowledge:Editors:bob", "long enough, but with spaces")]
    [InlineData("Knowledge:DefaultAudience", "world")]
    [InlineData("Knowledge:Seed", "nowhere")]
    [InlineData("Urls", "")]
    [InlineData("Urls", "garbage")]
    [InlineData("Urls", "http://127.0.0.1:99999")]
    [InlineData("Urls", "ftp://127.0.0.1:8080")]
    [InlineData("Inbox:Parallelism", "-1")]
    [InlineData("Inbox:MaxAttempts", "x")]
    [InlineData("Inbox:Lease", "abc")]
    [InlineData("Inbox:FirstRetryDelay", "00:00:00")]
    [InlineData("Inbox:LongestRetryDelay", "00:00:00")]
    [InlineData("Inbox:Expiry", "1.00:00:00")]
    [InlineData("Inbox:PollInterval", "00:00:00")]
    [InlineData("Cards:FirstInterval", "00:00:00")]
    [InlineData("Cards:Growth", "x")]
    [InlineData("Cards:Growth", "NaN")]
    [InlineData("Cards:LongestInterval", "00:00:00")]
    [InlineData("Conversation:Lifetime", "abc")]
    [InlineData("Conversation:Lifetime", "00:00:00")]
    [InlineData("Logging:LogLevel", "Foo", "Logging:LogLevel:Default")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string named, string value, string? key = null)
    {
        var said = await StopsAsync((key ?? named, value));

        said.ShouldContain(named);
        Directory.Exists(folder["data"]).ShouldBe(named is "Knowledge:Seed", "nothing is opened before the settings are known to be right");
    }

    [Theory]
    [InlineData("Llm:Provider", "Foo", "it must be None or AzureOpenAI or OpenAI", "应为 None / AzureOpenAI / OpenAI")]
    [InlineData("Feishu:MonthlyCalls", "many", "a whole number", "整数")]
    [InlineData("Cards:Growth", "x", "a number", "数字")]
    [InlineData("Llm:Stall", "abc", "a duration, such as 00:00:30", "时长")]
    public async Task A_value_of_the_wrong_kind_is_told_what_would_be_right(string key, string value, string english, string chinese)
    {
        var said = await StopsAsync((key, value));

        said.ShouldStartWith($"{key} is '{value}'");
        said.ShouldContain(english);
        said.ShouldContain(chinese);
    }

    [Fact]
    public async Task Azure_needs_an_endpoint() =>
        (await StopsAsync(("Llm:Provider", "AzureOpenAI"))).ShouldContain("Llm:Endpoint");

    [Fact]
    public async Task Two_editors_cannot_share_a_key() =>
        (await StopsAsync(("Knowledge:Editors:bob", "the-same-key-for-two"), ("Knowledge:Editors:eve", "the-same-key-for-two")))
            .ShouldContain("Knowledge:Editors:eve");

    [Fact]
    public async Task Wrong_settings_of_several_features_are_named_together()
    {
        var said = await StopsAsync(("Feishu:AppSecret", ""), ("Knowledge:DefaultAudience", "world"), ("Inbox:Parallelism", "-1"));

        said.ShouldContain("Feishu:AppSecret");
        said.ShouldContain("Knowledge:DefaultAudience");
        said.ShouldContain("Inbox:Parallelism");
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_the_name_of_the_setting()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        (await StopsAsync(("Urls", $"http://{other.LocalEndpoint}"))).ShouldContain("Urls");
    }

    [Fact]
    public async Task A_certificate_that_is_missing_is_said_with_the_name_of_the_setting() =>
        (await StopsAsync(("Urls", "https://127.0.0.1:0"))).ShouldContain("Urls");

    /// <returns>What the process wrote to its error stream before it ended by itself.</returns>
    private async Task<string> StopsAsync(params (string Key, string Value)[] wrong)
    {
        var settings = new Dictionary<string, string>(Good);
        foreach (var (key, value) in wrong)
            settings[key] = value;
        using var process = BotProcess.Start(folder.Path, settings);
        (await process.ExitAsync(StopLimit)).ShouldBe(1);
        (process.Output + process.Errors).ShouldNotContain("   at ");
        return process.Errors;
    }
}
