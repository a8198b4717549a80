namespace Wenlu.BotHost.Cli;

/// <summary>What the command line says.</summary>
internal static class CliTexts
{
    public static readonly Bilingual Root = new("问路：用团队自己的知识库回答问题，并标明出处。", "Wenlu answers questions from a team's own knowledge base and shows where each answer stands.");
    public static readonly Bilingual Serve = new("运行服务（默认）。其余参数作为配置。", "Run the service (the default). Other arguments are configuration.");
    public static readonly Bilingual Push = new("把文件夹中的 Markdown、HTML、Word 和 PDF 推送到知识库，只发送有变化的。", "Push a folder of Markdown, HTML, Word and PDF files into the knowledge base, only those that changed.");
    public static readonly Bilingual Folder = new("要推送的文件夹；其中所有 .md、.html、.docx、.pdf 文件（含子文件夹）和术语表 glossary.csv。", "The folder; all of its .md, .html, .docx and .pdf files, subfolders included, and its glossary.csv.");
    public static readonly Bilingual Server = new("服务地址。", "The address of the service.");
    public static readonly Bilingual Key = new("编辑者密钥；也可放在环境变量 WENLU_KEY 中。", "An editor's key; the variable WENLU_KEY does as well.");
    public static readonly Bilingual Pushing = new("推送", "Pushing");
    public static readonly Bilingual VisitorKey = new("编辑者密钥（或环境变量 WENLU_KEY）：搜索全部文档；没有则只搜索公开的。", "An editor's key (or the variable WENLU_KEY) searches everything; without one, what everyone may read.");
    public static readonly Bilingual NoKey = new("缺少编辑者密钥：请用 --key，或设置环境变量 WENLU_KEY。", "An editor's key is missing: give --key, or set the variable WENLU_KEY.");
    public static readonly Bilingual Stopped = new("已中断；再次运行即从中断处继续。", "Stopped; run it again to continue from here.");
    public static readonly Bilingual NoResult = new("服务没有给出结果。", "The service gave no result.");
    public static readonly Bilingual FailedHeading = new("失败的文件：", "These files failed:");

    public static Bilingual NoFolder(string folder) => new($"文件夹不存在：{folder}", $"There is no such folder: {folder}");

    public static Bilingual NoFiles(string folder) => new($"{folder} 中没有 .md 文件。", $"There are no .md files in {folder}.");

    public static Bilingual NotAnAddress(string server) => new($"--server 应为 http(s) 地址，而不是 “{server}”。", $"--server must be an http or https address, not '{server}'.");

    public static Bilingual Unreachable(Uri server, string cause) => new($"无法连接 {server}：{cause}", $"Cannot reach {server}: {cause}");

    public static Bilingual Refused(Uri server, int status, string detail) => new($"{server} 拒绝了请求（{status}）：{detail}", $"{server} refused the request ({status}): {detail}");

    public static Bilingual BadFile(string path, Bilingual why) => new($"{path}：{why.Chinese}", $"{path}: {why.English}");

    public static Bilingual Unreadable(string cause) => new($"无法读取：{cause}", $"Cannot be read: {cause}");
}
