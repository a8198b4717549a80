using System.Net;
using Wenlu.BotHost.Site;

namespace Wenlu.BotHost.Tests.Site;

/// <summary>The site's posts: only from its own pages, and each for what it is.</summary>
public sealed class PostTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData("none", null)]
    [InlineData(null, null)]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "null")]
    public async Task A_post_from_elsewhere_is_refused(string? fetchSite, string? origin)
    {
        foreach (var path in (string[])["/questions/what-is-a-token/vote", "/language", "/", "/ask/stream"])
            (await PostAsync(path, new() { ["vote"] = "up", ["to"] = "en", ["q"] = "a" }, fetchSite, origin)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
    }

    [Fact]
    public async Task An_old_browser_is_known_by_its_origin() =>
        (await PostAsync("/language", new() { ["to"] = "en" }, null, site.Http.BaseAddress!.GetLeftPart(UriPartial.Authority))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

    [Theory]
    [InlineData("https://ask.example.com", HttpStatusCode.SeeOther)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    public async Task Behind_a_proxy_the_public_address_is_this_site_too(string origin, HttpStatusCode status)
    {
        await using var proxied = await LimitedSite.StartAsync(perMinute: null, "--Site:BaseUrl=https://ask.example.com");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = proxied.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = new FormUrlEncodedContent([new("to", "en")]) };
        request.Headers.Add("Origin", origin);

        (await client.SendAsync(request)).StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_vote_counts_once_and_can_be_changed()
    {
        const string Path = "/questions/rlhf-vs-dpo/vote";
        var first = await PostAsync(Path, new() { ["vote"] = "up" });
        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = first.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        var voter = cookie.Split(';')[0];
        await PostAsync(Path, new() { ["vote"] = "up" }, cookie: voter);
        (await site.PageAsync("/questions/rlhf-vs-dpo", "en")).ShouldContain("Yes · 1<");
        await PostAsync(Path, new() { ["vote"] = "down" }, cookie: voter);
        (await site.PageAsync("/questions/rlhf-vs-dpo", "en")).ShouldNotContain("Yes · ");
        await PostAsync(Path, new() { ["vote"] = "up" });
        await PostAsync(Path, new() { ["vote"] = "up" });
        (await site.PageAsync("/questions/rlhf-vs-dpo", "en")).ShouldContain("Yes · 2<");
        (await site.PageAsync("/questions?sort=useful", "en")).ShouldContain("2 found it useful");
    }

    [Theory]
    [InlineData("/questions/what-is-a-token/vote", "sideways", HttpStatusCode.BadRequest)]
    [InlineData("/questions/nothing-here/vote", "up", HttpStatusCode.NotFound)]
    public async Task A_vote_that_is_none_is_refused(string path, string vote, HttpStatusCode status) =>
        (await PostAsync(path, new() { ["vote"] = vote })).StatusCode.ShouldBe(status);

    [Theory]
    [InlineData("/questions?sort=useful", "/questions?sort=useful")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("", "/")]
    public void The_way_back_stays_on_this_site(string asked, string back) => LanguageEndpoint.Back(asked).ShouldBe(back);

    private async Task<HttpResponseMessage> PostAsync(
        string path, Dictionary<string, string> fields, string? fetchSite = "same-origin", string? origin = null, string? cookie = null)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = site.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        AddHeader(request, "Sec-Fetch-Site", fetchSite);
        AddHeader(request, "Origin", origin);
        AddHeader(request, "Cookie", cookie);
        return await client.SendAsync(request);
    }

    private static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
            request.Headers.Add(name, value);
    }
}
