using System.Net;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Tests.Feishu;

public sealed class FeishuApiExceptionTests
{
    [Theory]
    [InlineData("Failed to create card content, ext=ErrCode: 11310; ErrPath: ROOT; ErrMsg: card table number over limit; ", 11310)]
    [InlineData("ext=ErrCode:100290;ErrMsg: invalid user", 100290)]
    [InlineData("something else", 0)]
    [InlineData(null, 0)]
    public void A_general_code_carries_the_real_one_in_its_text(string? message, int subCode) =>
        new FeishuApiException(230099, message, HttpStatusCode.BadRequest).SubCode.ShouldBe(subCode);

    [Theory]
    [InlineData(230099, "ErrCode: 11310; ErrMsg: card action is lock; ", true)]
    [InlineData(230099, "ErrCode: 11310; ErrMsg: card table number over limit; ", false)]
    [InlineData(200810, "", true)]
    public void A_card_that_somebody_is_pressing_is_not_a_bad_card(int code, string message, bool isInUse) =>
        new FeishuApiException(code, message, HttpStatusCode.BadRequest).IsCardInUse.ShouldBe(isInUse);
}
