using Wenlu.BotHost.Feishu.Budget;

namespace Wenlu.BotHost.Cli.Doctor.Platform;

/// <summary>What is said of the month's calls.</summary>
internal static class QuotaTexts
{
    public static readonly Bilingual None = new("未设置 Feishu:MonthlyCalls，不计额度。", "Feishu:MonthlyCalls is 0: no quota is kept to.");

    public static readonly Bilingual Tell = new(
        "套餐有月度 API 额度的话（飞书管理后台可查），填进 Feishu:MonthlyCalls，最后一次调用也会是一个答案。",
        "If the plan has a monthly quota (the admin console tells), put it into Feishu:MonthlyCalls, so that the last call of a month is still an answer.");

    public static readonly Bilingual Wait = new(
        "等到下月；租户的额度更大时，调大 Feishu:MonthlyCalls 并重启。", "Wait for next month; if the tenant has more, raise Feishu:MonthlyCalls and start again.");

    public static Bilingual Hidden(int quota) => new(
        $"额度 {quota}；服务没有运行或存储不可达，看不到已用多少。", $"{quota} in all; how many are used cannot be seen without the service or its store.");

    public static Bilingual Used(CallState state) => new(
        $"本月已用 {state.Used}，剩余 {state.Left}，共 {state.Quota}。", $"{state.Used} of {state.Quota} used this month, {state.Left} left.");

    public static Bilingual Save(BudgetLevel level) => level == BudgetLevel.Widened
        ? new("答案的更新会变疏，无需处理；想更流畅，请升级套餐。", "Answers are updated less often now; upgrade the plan if that matters.")
        : new("答案不再逐字显示，直到下月；可升级套餐并调大 Feishu:MonthlyCalls。", "Answers are no longer streamed until next month; a larger plan and Feishu:MonthlyCalls would help.");
}
