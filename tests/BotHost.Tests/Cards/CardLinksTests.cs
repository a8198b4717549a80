using Wenlu.BotHost.Answers;
using Wenlu.BotHost.Cards;

namespace Wenlu.BotHost.Tests.Cards;

public sealed class CardLinksTests
{
    private const string Markdown = "见[手册](/documents/leave#年假)与[百科](https://example.com/a)，`[x](/y)`。\n\n```\n[x](/y)\n```";

    [Theory]
    [InlineData("https://ask.example.com")]
    [InlineData("https://ask.example.com/")]
    public void A_path_of_the_site_becomes_an_address_where_the_site_is_known(string site)
    {
        CardLinks.Resolve(Markdown, new Uri(site)).ShouldBe(Markdown.Replace("(/documents", "(https://ask.example.com/documents", StringComparison.Ordinal));

        var answer = CardLinks.Resolve(Answer, new Uri(site));
        answer.References.Select(reference => reference.Url).ShouldBe(["https://ask.example.com/documents/leave#a", "https://example.com/b", null]);
        answer.Related.ShouldHaveSingleItem().Url.ShouldBe("https://ask.example.com/questions/q");
    }

    [Fact]
    public void A_site_below_a_path_keeps_it() =>
        CardLinks.Resolve("[a](/questions/q)", new Uri("https://example.com/wenlu/")).ShouldBe("[a](https://example.com/wenlu/questions/q)");

    [Fact]
    public void A_path_of_the_site_is_plain_text_where_the_site_is_not_known()
    {
        CardLinks.Resolve(Markdown, null).ShouldBe(Markdown.Replace("[手册](/documents/leave#年假)", "手册", StringComparison.Ordinal));

        var answer = CardLinks.Resolve(Answer, null);
        answer.References.Select(reference => reference.Url).ShouldBe([null, "https://example.com/b", null]);
        answer.Related.ShouldHaveSingleItem().Url.ShouldBeNull();
    }

    private static Answer Answer => new(
        Outcome.Grounded, "a", [Reference("/documents/leave#a"), Reference("https://example.com/b"), Reference(null)], [new("q", "/questions/q")], "q", Language.English);

    private static Reference Reference(string? url) => new(1, "leave", "Handbook", [], "text", url, DateTimeOffset.UnixEpoch);
}
