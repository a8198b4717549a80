using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Knowledge;

public sealed class EditorKeyTests(KnowledgeOnRedis knowledge) : IClassFixture<KnowledgeOnRedis>
{
    private readonly IKnowledgeFixture knowledge = knowledge;

    [Theory]
    [InlineData("PUT", "/api/knowledge/documents/x")]
    [InlineData("GET", "/api/knowledge/documents/x")]
    [InlineData("DELETE", "/api/knowledge/documents/x")]
    [InlineData("GET", "/api/knowledge/documents")]
    [InlineData("POST", "/api/knowledge/documents:batch")]
    public async Task No_route_of_the_editors_opens_without_a_right_key(string method, string path)
    {
        var missing = await knowledge.Host.Visitor.SendAsync(new HttpMethod(method), path);
        await missing.ProblemAsync(HttpStatusCode.Unauthorized);
        missing.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        missing.Headers.WwwAuthenticate.Single().Parameter!.ShouldNotContain("error");

        foreach (var wrong in new[] { "Bearer nobodys-key-0123456789", "Bearer ", "Basic " + KnowledgeHost.AliceKey, KnowledgeHost.AliceKey })
        {
            var refused = await knowledge.Host.Visitor.SendAsync(new HttpMethod(method), path, ("Authorization", wrong));
            await refused.ProblemAsync(HttpStatusCode.Unauthorized);
            refused.Headers.WwwAuthenticate.Single().Parameter!.ShouldContain("invalid_token");
        }
    }

    [Fact]
    public async Task Every_editor_has_a_key_and_writes_under_their_name()
    {
        using var bob = knowledge.Host.ClientWith(KnowledgeHost.BobKey);

        (await bob.PutAsync("bobs", new { title = "b", markdown = "b" })).StatusCode.ShouldBe(HttpStatusCode.Created);

        knowledge.Host.Logs.All.ShouldContain(line => line.Contains("bob wrote document:bobs, revision 1", StringComparison.Ordinal));
        knowledge.Host.Logs.All.ShouldNotContain(line => line.Contains(KnowledgeHost.BobKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_no_editor_configured_the_API_is_closed_and_says_how_to_open_it()
    {
        using var folder = new TempFolder();
        using var server = RedisServer.Start();
        await using var host = await KnowledgeHost.StartAsync(
            folder["data"], server.ConnectionString, ("Knowledge:Editors:alice", null), ("Knowledge:Editors:bob", null));
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", KnowledgeHost.AliceKey);

        var problem = await (await client.GetAsync("/api/knowledge/documents")).ProblemAsync(HttpStatusCode.Forbidden);

        problem.GetProperty("detail").GetString()!.ShouldContain("Knowledge:Editors:");
        await (await client.GetAsync("/api/search?q=a")).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("short", "Knowledge:Editors:alice")]
    [InlineData("", "Knowledge:Editors:alice")]
    [InlineData("with space and more 0123", "Knowledge:Editors:alice")]
    [InlineData("钥匙钥匙钥匙钥匙钥匙钥匙钥匙钥匙", "Knowledge:Editors:alice")]
    [InlineData("bobs-key-0123456789", "Knowledge:Editors:bob")]
    public void A_bad_key_stops_the_start_with_its_setting(string key, string named)
    {
        var options = new KnowledgeOptions { Editors = { ["alice"] = key, ["bob"] = "bobs-key-0123456789" } };

        var result = new ValidateKnowledgeOptions().Validate(null, options);

        result.Failed.ShouldBeTrue();
        result.FailureMessage.ShouldContain(named);
        if (key.Length > 0)
            result.FailureMessage.ShouldNotContain(key);
    }

    [Fact]
    public async Task A_bad_default_audience_stops_the_start()
    {
        using var folder = new TempFolder();

        var failure = await Should.ThrowAsync<OptionsValidationException>(
            () => KnowledgeHost.StartAsync(folder["data"], null, ("Knowledge:DefaultAudience", "nobody")));

        failure.Message.ShouldContain("Knowledge:DefaultAudience");
    }
}
