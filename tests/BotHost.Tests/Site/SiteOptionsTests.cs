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

    private static string? Failure(string? url) => new ValidateSiteOptions()
        .Validate(null, new SiteOptions { BaseUrl = url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute) }).FailureMessage;
}
