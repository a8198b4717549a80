using System.Text.Json;

namespace Wenlu.BotHost.Tests.Knowledge;

/// <summary>The same page in two places: one hit, and both places told.</summary>
public sealed class DuplicatesApiTests(KnowledgeOnEmbeddedStore knowledge) : IClassFixture<KnowledgeOnEmbeddedStore>
{
    private const string Text = "## 紫薇园\n紫薇园每年四月开放，凭工号入园，周一闭园，雨天不开。";

    [Fact]
    public async Task The_newest_of_two_copies_is_the_hit_and_names_the_other()
    {
        var host = ((IKnowledgeFixture)knowledge).Host;
        (await host.Editor.PutAsync("garden-old", new { title = "园区指南", markdown = Text, updatedAt = "2025-01-01T00:00:00Z" })).IsSuccessStatusCode.ShouldBeTrue();
        (await host.Editor.PutAsync("garden-new", new { title = "园区指南", markdown = Text, updatedAt = "2026-01-01T00:00:00Z" })).IsSuccessStatusCode.ShouldBeTrue();

        using var found = JsonDocument.Parse(await host.Editor.GetStringAsync($"/api/search?q={Uri.EscapeDataString("紫薇园什么时候开放")}"));

        var hit = found.RootElement.GetProperty("hits").EnumerateArray().First();
        hit.GetProperty("documentId").GetString().ShouldBe("garden-new");
        hit.GetProperty("duplicates").EnumerateArray().ShouldHaveSingleItem().GetProperty("documentId").GetString().ShouldBe("garden-old");
        found.RootElement.GetProperty("hits").EnumerateArray().ShouldNotContain(other => other.GetProperty("documentId").GetString() == "garden-old");
    }
}
