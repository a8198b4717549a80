using Microsoft.Playwright;
using Wenlu.BotHost.Cards;
using Wenlu.BotHost.Gaps;
using Wenlu.BotHost.Tests.Fixtures;
using Wenlu.BotHost.Tests.Gaps;

namespace Wenlu.BotHost.Tests.Cards;

/// <summary>Pictures of the cards, for people. They are drawn by <see cref="CardPage"/>, not by the platform's client.</summary>
public sealed class CardPictureTests : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "wenlu-screenshots");
    private static readonly Uri Site = new("https://ask.example.com/");

    private Chromium? browser;

    public async Task InitializeAsync()
    {
        browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
    }

    [Theory]
    [InlineData("streaming")]
    [InlineData("finished")]
    [InlineData("form")]
    [InlineData("voted")]
    [InlineData("clicked")]
    [InlineData("long")]
    [InlineData("official")]
    public async Task A_card_as_we_draw_it_has_room_on_a_phone_and_on_a_desk(string state)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var page = CardPage.Of(state, Cards(state, language).Select(card => card.ToJson()));
            await DrawAsync(page, $"card-{state}-{language}".ToLowerInvariant(), width: 343);
            await DrawAsync(page, $"card-{state}-{language}-desk".ToLowerInvariant(), width: 640);
        }
    }

    [Theory]
    [InlineData("gaps")]
    [InlineData("digest")]
    public async Task A_card_for_editors_as_we_draw_it_has_room_on_a_phone_and_on_a_desk(string name)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var card = name == "gaps" ? GapCard.Build(GapExamples.Content(language)) : DigestCard.Build(GapExamples.Digest, language).Card!;
            var page = CardPage.Of(name, [card.ToJson()]);
            await DrawAsync(page, $"card-{name}-{language}".ToLowerInvariant(), width: 343);
            await DrawAsync(page, $"card-{name}-{language}-desk".ToLowerInvariant(), width: 640);
        }
    }

    private static IReadOnlyList<Card> Cards(string state, Language language) => state switch
    {
        "streaming" => [CardLayout.Streaming(language, "a-1", text: AnswerCard.Frame(CardExamples.Grounded(language).Markdown[..40], language))],
        "official" => AnswerCard.Finished(CardLinks.Resolve(CardExamples.Official(language), Site), new CardState("a-1")),
        "long" => AnswerCard.Finished(CardLinks.Resolve(CardExamples.Long(language), Site), new CardState("a-1")),
        _ => AnswerCard.Finished(CardLinks.Resolve(CardExamples.Grounded(language), Site), CardExamples.State(state)),
    };

    private async Task DrawAsync(string html, string name, int width)
    {
        await using var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 120 }, DeviceScaleFactor = 2 });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(html);
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true, Clip = await BetweenCardsAsync(page, width) });
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, $"{name} reaches out of the card");
        (await page.EvaluateAsync<int>("Math.max(...[...document.querySelectorAll('.card')].map(card => card.querySelectorAll(':scope > .columns').length))")).ShouldBeLessThanOrEqualTo(2, "rows of buttons");
    }

    /// <summary>Of an answer in several cards, where one ends and the next begins.</summary>
    private static async Task<Clip?> BetweenCardsAsync(IPage page, int width) => await page.Locator(".card").CountAsync() == 1
        ? null
        : new Clip { X = 0, Y = (await page.Locator(".card").Nth(1).BoundingBoxAsync())!.Y - 300, Width = width, Height = 600 };
}
