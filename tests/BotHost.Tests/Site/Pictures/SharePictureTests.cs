using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using SkiaSharp;
using Wenlu.BotHost.Site.Pictures;

namespace Wenlu.BotHost.Tests.Site.Pictures;

/// <summary>The picture beside a link says what is asked, in a font of this machine.</summary>
public sealed class SharePictureTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "wenlu-screenshots");

    [Theory]
    [InlineData("short", "年假？")]
    [InlineData("usual", "什么是 Token？一个汉字算几个 Token？")]
    [InlineData("english", "How do I keep a model from making things up when it has no source for its answer?")]
    [InlineData("long", "我们部门上个月从总部搬到新的办公楼以后，原来在 OA 系统里提交的年假申请单显示“审批人不存在（E4021）”，已经提交过三次工单都没有人处理，这种情况下应该联系哪个部门、走什么流程，才能在下个月五号之前把剩下的七天半年假休完，并且不影响当月的全勤奖和季度绩效？")]
    [InlineData("unbroken", "https://example.com/a/very/long/address/that/has/no/place/to/break/it?and=a&query=of&many=parts&which=go&on=and&on=without&an=end")]
    public void A_question_is_written_inside_its_margins(string name, string question)
    {
        var picture = Draw(question);

        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, $"share-{name}.png"), picture);
        using var bitmap = SKBitmap.Decode(picture);
        (bitmap.Width, bitmap.Height).ShouldBe((SharePicture.Width, SharePicture.Height));
        Written(bitmap, 80, 140, 1120, 520).ShouldBeGreaterThan(3_000);
        Written(bitmap, 0, 140, 85, 520).ShouldBe(0);
        Written(bitmap, 1115, 140, SharePicture.Width, 520).ShouldBe(0);
        picture.Length.ShouldBeLessThan(200_000);
    }

    [Fact]
    public async Task A_question_page_names_its_picture_and_the_picture_is_its_own()
    {
        var one = await AddressOnAsync("/questions/what-is-a-token");
        var other = await AddressOnAsync("/questions/llm-and-cot");
        using var response = await site.Http.GetAsync(one);

        one.ShouldContain("/questions/what-is-a-token/share.png?v=");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        var picture = await response.Content.ReadAsByteArrayAsync();
        picture.ShouldNotBe(await site.Http.GetByteArrayAsync(other));
        picture.ShouldNotBe(await site.Http.GetByteArrayAsync("/share.png"));
        using var request = new HttpRequestMessage(HttpMethod.Get, one);
        request.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        (await site.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await AddressOnAsync("/questions")).ShouldContain("/share.png?v=");
    }

    [Fact]
    public async Task What_is_not_public_has_no_picture()
    {
        await site.Bot.KnowsAsync("handbook", "手册", "## 奖金\n奖金是三个月工资。", "everyone");
        await site.Bot.PublishesAsync("bonus", "奖金是多少？", "三个月工资。[1]", "handbook");
        (await site.Http.GetAsync("/questions/bonus/share.png")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await site.Bot.KnowsAsync("handbook", "手册", "## 奖金\n奖金是三个月工资。", "tenant");

        (await site.Http.GetAsync("/questions/bonus/share.png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await site.Http.GetAsync("/questions/nothing-here/share.png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_font_for_it_the_sites_own_picture_is_shown()
    {
        using var folder = new Fixtures.TempFolder();
        await File.WriteAllTextAsync(folder["NotoSansCJK-Bold.ttc"], "no font");
        using var pictures = new SharePictures(new PictureFonts([folder.Path, "/nowhere"]), site.Bot.Service<IWebHostEnvironment>());

        (await pictures.OfAsync("年假有几天？", CancellationToken.None)).ShouldBe(await site.Http.GetByteArrayAsync("/share.png"));
    }

    [Fact]
    public void A_font_that_lacks_a_character_writes_nothing() =>
        PictureFonts.OfThisMachine().For("年假\uE123").ShouldBeNull();

    private static byte[] Draw(string question) =>
        SharePicture.Draw(PictureText.Clean(question), "问路", "问知识库，看得见出处", PictureFonts.OfThisMachine().For(question).ShouldNotBeNull());

    private static int Written(SKBitmap bitmap, int left, int top, int right, int bottom) =>
        Enumerable.Range(top, bottom - top).Sum(y => Enumerable.Range(left, right - left).Count(x => bitmap.GetPixel(x, y) is { Red: > 230, Green: > 230, Blue: > 230 }));

    private async Task<string> AddressOnAsync(string path) =>
        new HtmlParser().ParseDocument(await site.PageAsync(path)).QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;
}
