namespace Wenlu.Retrieval.Related;

/// <summary>Words that turn a question into its opposite: everything else may be the same.</summary>
internal static class Opposites
{
    private static readonly (string One, string Other)[] Pairs =
    [
        .. ("开通/关闭 开通/取消 打开/关闭 连上/断开 连接/断开 上传/下载 增加/减少 添加/删除 插入/删除 注册/注销 申请/注销 申请/取消 入职/离职 求职/辞职 "
            + "提前/逾期 提前/延期 提前/推迟 升级/降级 安装/卸载 启用/停用 登录/退出 导入/导出 读取/写入 加入/退出 上班/下班 高频/低频 有源/无源 优点/缺点 "
            + "好处/坏处 好处/危害 开始/结束 之前/之后 收入/支出 漏/误 开/关 买/卖 借/还 进/出 增/减 加/减 多/少 高/低 高/矮 大/小 长/短 快/慢 早/晚 升/降 冷/热 前/后 左/右 "
            + "enable/disable increase/decrease install/uninstall upload/download add/remove start/stop before/after")
            .Split(' ').Select(pair => (pair[..pair.IndexOf('/', StringComparison.Ordinal)], pair[(pair.IndexOf('/', StringComparison.Ordinal) + 1)..])),
    ];

    /// <summary>Whether one text has a word and the other its opposite. Symmetric.</summary>
    public static bool Meet(string one, string other) => Pairs.Any(pair => IsTurned(pair, one, other) || IsTurned(pair, other, one));

    private static bool IsTurned((string One, string Other) pair, string one, string other) =>
        Has(one, pair.One) && Has(other, pair.Other) && !Has(one, pair.Other) && !Has(other, pair.One);

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);
}
