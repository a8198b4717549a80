using Wenlu.BotHost.Cli;
using Wenlu.BotHost.Cli.Search;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Knowledge;

namespace Wenlu.BotHost.Tests.Cli;

public sealed class SearchTests(KnowledgeOnRedis knowledge) : IClassFixture<KnowledgeOnRedis>, IDisposable
{
    private readonly IKnowledgeFixture knowledge = knowledge;
    private readonly TempFolder folder = new();
    private readonly Screen screen = new();

    private KnowledgeHost Host => knowledge.Host;

    public void Dispose()
    {
        screen.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_folder_is_searched_without_a_service_and_explained()
    {
        File.WriteAllText(folder["leave.md"], "---\nurl: /leave\n---\n# 假期制度\n\n## 年假\n\n入职满一年者，年假十天。\n");
        File.WriteAllText(folder["food.md"], "# 食堂\n\n食堂在二楼。\n");
        File.WriteAllText(folder["glossary.csv"], "term,synonyms\n年假,带薪假\n");

        (await SearchAsync(new("带薪假有几天？", folder.Path, null, null, 3, true))).ShouldBe(0, screen.Text);

        screen.Text.ShouldContain("1. 假期制度 > 年假  (leave.md, ");
        screen.Text.ShouldContain("/leave");
        screen.Text.ShouldContain("glossary: 带薪假 → 年假");
        screen.Text.ShouldContain("headings2 × 0.3");
        screen.Text.ShouldContain("ln(1 + passages)");
    }

    [Fact]
    public async Task A_service_shows_everything_and_what_is_counted_over_it_only_to_an_editor()
    {
        await Host.Editor.PutAsync("open-1", new { title = "t", markdown = "白鹭观察记录", audience = "everyone" });
        await Host.Editor.PutAsync("closed-1", new { title = "t", markdown = "白鹭观察记录", audience = "tenant" });

        (await SearchAsync(new("白鹭观察", null, Host.Address.ToString(), null, 10, true))).ShouldBe(0, screen.Text);
        screen.Text.ShouldContain("(open-1, ");
        screen.Text.ShouldNotContain("closed-1");
        screen.Text.ShouldNotContain("白鹭(");

        (await SearchAsync(new("白鹭观察", null, Host.Address.ToString(), KnowledgeHost.AliceKey, 10, true))).ShouldBe(0, screen.Text);
        screen.Text.ShouldContain("(closed-1, ");
        screen.Text.ShouldContain("白鹭(2, ");
    }

    [Fact]
    public async Task The_command_is_reached_through_the_arguments() =>
        (await Commands.RunAsync(["search", "白鹭", "--server", Host.Address.ToString(), "-k", "1", "--explain"], _ => Task.FromResult(99))).ShouldBe(0);

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        (await SearchAsync(new(" ", null, null, null, 10, false))).ShouldBe(2);
        (await SearchAsync(new("a", null, null, null, 51, false))).ShouldBe(2);
        (await SearchAsync(new("a", folder.Path, "http://localhost:1", null, 10, false))).ShouldBe(2);
        (await SearchAsync(new("a", null, "localhost", null, 10, false))).ShouldBe(2);
        (await SearchAsync(new("a", folder.Path, null, null, 10, false))).ShouldBe(2);
        (await SearchAsync(new("a", null, Host.Address.ToString(), "nobodys-key-0123456789", 10, false))).ShouldBe(1);

        string[] said = ["must not be blank", "-k must be", "--folder goes with neither", "--server must be", "There are no .md files", "401"];
        foreach (var sentence in said)
            screen.Text.ShouldContain(sentence);
    }

    private Task<int> SearchAsync(SearchSettings settings) => SearchCommand.RunAsync(settings, screen.Console, CancellationToken.None);
}
