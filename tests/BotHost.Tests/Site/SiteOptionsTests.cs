using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Tests.Site;

public sealed class SiteOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("https://ask.example.com")]
    [InlineData("http://localhost:8080/wenlu/")]
    public void A_right_address_is_taken(string? url) => Failure(url).ShouldBeNull();

    [Theory]
    [InlineData("ask.example.com")]
    [InlineData("/site")]
    [InlineData("ftp://ask.example.com")]
    [InlineData("https://ask.example.com?a=b")]
    [InlineData("https://ask.example.com#a")]
    public void A_wrong_address_is_named(string url) => Failure(url).ShouldNotBeNull().ShouldContain("Site:BaseUrl");

    [Theory]
    [InlineData("KnowledgeBaseUrl", "Site:KnowledgeBaseUrl")]
    [InlineData("PublishChats", "Site:PublishChats")]
    [InlineData("PublishSources", "Site:PublishSources")]
    [InlineData("AsksPerMinute", "Site:AsksPerMinute")]
    public void Another_wrong_setting_is_named_too(string setting, string named)
    {
        var options = setting switch
        {
            "KnowledgeBaseUrl" => new SiteOptions { KnowledgeBaseUrl = new Uri("/wiki", UriKind.Relative) },
            "PublishChats" => new SiteOptions { PublishChats = ["研发群"] },
            "PublishSources" => new SiteOptions { PublishSources = ["a b"] },
            _ => new SiteOptions { AsksPerMinute = -1 },
        };

        new ValidateSiteOptions().Validate(null, options).FailureMessage.ShouldNotBeNull().ShouldContain(named);
    }

    private static string? Failure(string? url) => new ValidateSiteOptions()
        .Validate(null, new SiteOptions { BaseUrl = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute) }).FailureMessage;
}
