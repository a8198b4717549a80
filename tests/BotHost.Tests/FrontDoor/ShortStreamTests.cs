using Wenlu.StandIns.Feishu;
using Wenlu.StandIns.Model;

namespace Wenlu.BotHost.Tests.FrontDoor;

/// <summary>A platform that ends a stream long before the answer is written, as the real one does after ten minutes.</summary>
public sealed class ShortStreamTests() : FrontDoor(string.Empty)
{
    private protected override FeishuPlatformOptions PlatformOptions => new() { StreamingLifetime = TimeSpan.FromSeconds(1) };

    [Fact]
    public async Task Pitfall_22_An_answer_outlives_the_stream_that_showed_its_beginning()
    {
        var bot = await StartKnowingLeaveAsync();
        Model.Then(ModelReply.SaysInPieces("年假", "十天，", "病假", "三十天。[1]").Pausing(TimeSpan.FromSeconds(1.2)));
        var message = AMessage.InDirectChat().Saying("年假有几天？");

        var card = await bot.AskAsync(message);

        card.Answer.ShouldStartWith("年假十天，病假三十天。<number_tag");
        card.Entity!.IsStreaming.ShouldBeFalse();
        Platform.RepliesTo(message.MessageId).Count.ShouldBe(1);
        Platform.Calls.Count(call => call.Code == 200850).ShouldBe(1, "a stream that ended is not written to again");
    }
}
