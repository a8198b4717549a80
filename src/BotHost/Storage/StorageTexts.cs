namespace Wenlu.BotHost.Storage;

internal static class StorageTexts
{
    public static readonly Bilingual DirectoryMissing = new(
        "Storage:Directory 不能为空：请填写存放数据的文件夹。",
        "Storage:Directory must not be empty: name the folder that holds the data.");

    public static readonly Bilingual ConnectionStringUnreadable = new(
        "ConnectionStrings:Redis 的格式不正确：请写成“主机:端口,password=…”，或留空以使用内嵌存储。",
        "ConnectionStrings:Redis cannot be read: write it as \"host:port,password=…\", or leave it empty for the embedded store.");

    public static readonly Bilingual ConnectionStringWithoutServer = new(
        "ConnectionStrings:Redis 没有写明服务器：请写成“主机:端口,password=…”，或留空以使用内嵌存储。",
        "ConnectionStrings:Redis names no server: write it as \"host:port,password=…\", or leave it empty for the embedded store.");

    public static readonly Bilingual ConnectionRefusedByServer = new(
        "Redis 服务器拒绝登录：请检查 ConnectionStrings:Redis 中的 user 和 password。",
        "The Redis server refuses the sign-in: check user and password in ConnectionStrings:Redis.");

    public static Bilingual ServerTooOld(Version version) => new(
        $"ConnectionStrings:Redis 指向的服务器版本是 {version}：需要 Redis 7 或更高版本。",
        $"The server of ConnectionStrings:Redis has version {version}: Redis 7 or later is needed.");

    public static Bilingual OutOfRange(string key, string from, string to) => new(
        $"{key} 必须在 {from} 与 {to} 之间。",
        $"{key} must be between {from} and {to}.");

    public static Bilingual FolderUnusable(string folder, string reason) => new(
        $"无法使用数据文件夹 {folder}（{reason}）：请授予写权限，或在 Storage:Directory 中指定别的文件夹。",
        $"The data folder {folder} cannot be used ({reason}): grant write access to it or name another folder in Storage:Directory.");

    public static Bilingual FolderInUse(string folder) => new(
        $"数据文件夹 {folder} 正被另一个进程使用：请先停止它，或在 Storage:Directory 中指定别的文件夹。",
        $"The data folder {folder} is in use by another process: stop that one first, or name another folder in Storage:Directory.");

    public static Bilingual FolderForeign(string folder) => new(
        $"文件夹 {folder} 里已有别的文件，不是本程序的数据文件夹：请在 Storage:Directory 中指定一个空文件夹。",
        $"The folder {folder} holds files that are not ours: name an empty folder in Storage:Directory.");

    public static Bilingual FolderOfOtherVersion(string folder, int format) => new(
        $"数据文件夹 {folder} 的格式版本是 {format}，本程序不支持：请使用写入它的版本，或在 Storage:Directory 中指定一个空文件夹。",
        $"The data folder {folder} has format {format}, which this version does not read: run the version that wrote it, or name an empty folder in Storage:Directory.");

    public static Bilingual MarkerUnreadable(string file) => new(
        $"文件 {file} 已损坏：请从备份恢复整个数据文件夹，或在 Storage:Directory 中指定一个空文件夹。",
        $"The file {file} is damaged: restore the whole data folder from a backup, or name an empty folder in Storage:Directory.");

    public static Bilingual StoreDamaged(string folder) => new(
        $"数据文件夹 {folder} 中的存储文件已损坏，无法完整读取：请从备份恢复整个文件夹；若不再需要其中的数据，请移走它，或在 Storage:Directory 中指定一个空文件夹。",
        $"The store files in the data folder {folder} are damaged and cannot be read completely: restore the whole folder from a backup; if its data is not needed, move it away or name an empty folder in Storage:Directory.");

    public static Bilingual RecoveryTooSlow(string folder, TimeSpan limit) => new(
        $"数据文件夹 {folder} 在 {limit.TotalSeconds:0} 秒内没有加载完：文件可能已损坏（请从备份恢复），或磁盘太慢（请调大 Storage:RecoveryTimeout）。",
        $"The data folder {folder} was not loaded within {limit.TotalSeconds:0} seconds: its files may be damaged (restore a backup), or the disk is slow (raise Storage:RecoveryTimeout).");

    public static Bilingual FolderFull(string folder) => new(
        $"数据文件夹 {folder} 所在磁盘已满：请腾出空间，然后重新启动。",
        $"The disk of the data folder {folder} is full: free some space and start again.");

    public static Bilingual StoreHangs(string folder) => new(
        $"数据文件夹 {folder} 中的存储不再响应，也无法结束：请重新启动本程序。已确认的内容没有丢失。",
        $"The store in the data folder {folder} neither answers nor ends: start the service again. Nothing that was acknowledged is lost.");

    public static Bilingual RewriteFailed(string folder, string reason) => new(
        $"无法重写数据文件夹 {folder} 中的存储（{reason}）：请确认磁盘还放得下它的另一份副本，然后重新启动。原有数据没有改动。",
        $"The store in the data folder {folder} could not be rewritten ({reason}): see that its disk has room for a second copy of it, and start again. What is there was not changed.");

    public static Bilingual DiskFull(string folder, long freeMegabytes, int minimumMegabytes) => new(
        $"数据文件夹 {folder} 所在磁盘只剩 {freeMegabytes} MB，少于 Storage:MinimumFreeMegabytes 要求的 {minimumMegabytes} MB：请腾出空间。",
        $"The disk of the data folder {folder} has {freeMegabytes} MB left, less than the {minimumMegabytes} MB of Storage:MinimumFreeMegabytes: free some space.");
}
