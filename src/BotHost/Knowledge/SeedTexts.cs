namespace Wenlu.BotHost.Knowledge;

/// <summary>What stops the start when the seeds are not as they should be.</summary>
internal static class SeedTexts
{
    public static readonly Bilingual Name = new(
        "文件名（不含 .md）就是文档 ID，只能含英文字母、数字及 - . _ ~ :。", "The file's name without .md is the document's id and holds only letters A–Z, digits and - . _ ~ :.");

    public static readonly Bilingual NotUtf8 = new("文件不是有效的 UTF-8。", "The file is not valid UTF-8.");

    public static Bilingual Twin(string other) => new($"与 {other} 同名；名字须唯一。", $"Has the same name as {other}; names are ids and must differ.");

    public static Bilingual Bad(string path, int line, Bilingual sentence) => new(
        $"种子文件 {path} 第 {line} 行：{sentence.Chinese}", $"Seed file {path}, line {line}: {sentence.English}");

    public static Bilingual FolderMissing(string folder) => new(
        $"Knowledge:Seed 指向的文件夹 “{folder}” 不存在（已从工作目录逐级向上查找）。请更正，或留空以不加载。",
        $"Knowledge:Seed names the folder '{folder}', which is neither in the working directory nor above it. Correct it, or leave it empty to load nothing.");
}
