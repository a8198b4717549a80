using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Tests.Feishu;

public sealed class FeishuCodesTests
{
    [Theory]
    [InlineData(230020, "wait")]
    [InlineData(99991400, "wait")]
    [InlineData(11232, "wait")]
    [InlineData(11233, "wait")]
    [InlineData(230011, "nobody, taken back")]
    [InlineData(230110, "nobody, taken back")]
    [InlineData(231003, "nobody, taken back")]
    [InlineData(230002, "nobody")]
    [InlineData(230013, "nobody")]
    [InlineData(230035, "nobody")]
    [InlineData(232009, "nobody")]
    [InlineData(230019, "send instead")]
    [InlineData(230050, "send instead")]
    [InlineData(230111, "send instead")]
    [InlineData(230022, "content")]
    [InlineData(230025, "content")]
    [InlineData(230054, "content")]
    [InlineData(230099, "content")]
    [InlineData(99991672, "app")]
    [InlineData(230027, "app")]
    [InlineData(230034, "app")]
    [InlineData(99991663, "token")]
    [InlineData(99991664, "token")]
    [InlineData(99991671, "token")]
    [InlineData(10002, "")]
    [InlineData(99991403, "")]
    [InlineData(300317, "")]
    public void Pitfall_35_A_code_means_what_the_documents_say_and_nothing_else(int code, string meaning) => Meaning(code).ShouldBe(meaning);

    private static string Meaning(int code) => string.Join(", ", new (bool Applies, string Name)[]
    {
        (FeishuCodes.IsRateLimit(code), "wait"),
        (FeishuCodes.IsNobodyThere(code), "nobody"),
        (FeishuCodes.IsTakenBack(code), "taken back"),
        (FeishuCodes.CannotBeRepliedTo(code), "send instead"),
        (FeishuCodes.IsContentRefused(code), "content"),
        (FeishuCodes.IsAppRefused(code), "app"),
        (FeishuCodes.IsTokenInvalid(code), "token"),
    }.Where(kind => kind.Applies).Select(kind => kind.Name));
}
