namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>Sentences such as stand in a company's handbook.</summary>
internal sealed class Writing(Random random)
{
    private static readonly string[] Subjects = ["年假", "差旅报销", "VPN 接入", "代码评审", "新人入职", "会议室预订", "数据库备份", "采购审批", "权限申请", "故障复盘",
        "发布流程", "接口限流", "客户退款", "办公用品", "绩效考核", "日志平台", "灰度发布", "合同归档", "值班安排", "培训计划"];

    private static readonly string[] Roles = ["直属主管", "人力资源部", "财务部", "平台组", "信息安全组", "项目负责人", "值班工程师", "行政前台"];
    private static readonly string[] Actions = ["提交申请", "上传附件", "登记编号", "通知相关同事", "更新台账", "确认影响范围", "执行回滚", "关闭工单"];
    private static readonly string[] Places = ["OA 系统", "工单平台", "飞书审批", "内部门户", "代码仓库", "监控大盘"];
    private static readonly string[] Aspects = ["适用范围", "办理流程", "常见问题", "注意事项", "负责人", "变更记录", "验收标准", "操作步骤"];

    public string Subject() => Pick(Subjects);

    public string Aspect() => Pick(Aspects);

    public string Item() => $"在{Pick(Places)}中{Pick(Actions)}";

    public string Sentence() => random.Next(5) switch
    {
        0 => $"{Subject()}由{Pick(Roles)}负责，须在 {random.Next(1, 15)} 个工作日内{Pick(Actions)}。",
        1 => $"申请人先在{Pick(Places)}{Pick(Actions)}，再由{Pick(Roles)}确认。",
        2 => $"超过 {random.Next(1, 90) * 100} 元的，需要{Pick(Roles)}和{Pick(Roles)}两级审批！",
        3 => $"如果{Subject()}失败，请{Pick(Actions)}并联系{Pick(Roles)}；不要重复提交。",
        _ => $"{Subject()}与 {Subject()} 的规则不同，以{Pick(Places)}里的最新版本为准。",
    };

    public string Paragraph() => string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => Sentence()));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
