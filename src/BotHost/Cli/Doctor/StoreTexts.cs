namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>What is said of the store.</summary>
internal static class StoreTexts
{
    public static readonly Bilingual MindTheFolder = new(
        "检查 Storage:Directory 指的文件夹；在容器里，看挂载的卷属于哪个用户。", "See to the folder of Storage:Directory; in a container, to the owner of the mounted volume.");

    public static readonly Bilingual FindTheHolder = new(
        "服务可能正在启动，或在别的地址监听；否则请停掉占用它的进程。", "A service may be starting, or listen elsewhere; otherwise stop the process that has it.");

    public static readonly Bilingual FreeSome = new(
        "腾出空间，或把 Storage:Directory 放到更大的磁盘；低于下限时写入会被拒绝。", "Free some space, or put Storage:Directory on a larger disk; below the minimum writes are refused.");

    public static readonly Bilingual Embedded = new(
        "未设置 ConnectionStrings:Redis，使用内置存储。", "ConnectionStrings:Redis is empty: the embedded store is used.");

    public static readonly Bilingual CheckServer = new(
        "检查 ConnectionStrings:Redis 的主机和端口、防火墙，以及服务器是否在运行。", "Check host and port in ConnectionStrings:Redis, the firewall, and whether the server runs.");

    public static readonly Bilingual CheckSignIn = new("改正 ConnectionStrings:Redis 中的 user 和 password。", "Put user and password in ConnectionStrings:Redis right.");
    public static readonly Bilingual Upgrade = new("升级到 Redis 7 或更高版本。", "Upgrade to Redis 7 or later.");

    public static readonly Bilingual Persistence = new("Redis 没有开启 append-only 文件：一崩溃就会丢掉已确认的事件。", "Redis keeps no append-only file: its crash loses acknowledged events.");
    public static readonly Bilingual SetAppendOnly = new("在 Redis 配置中设 appendonly yes、appendfsync always。", "Set appendonly yes and appendfsync always in the server's configuration.");
    public static readonly Bilingual SetNoEviction = new("在 Redis 配置中设 maxmemory-policy noeviction。", "Set maxmemory-policy noeviction in the server's configuration.");

    public static readonly Bilingual FactsHidden = new("已连上 Redis，但不允许执行 INFO，看不到持久化和淘汰策略。", "Redis answers, but does not allow INFO: persistence and eviction cannot be seen.");
    public static readonly Bilingual AllowInfo = new("给这个用户 INFO 权限。", "Allow this user the command INFO.");

    public static Bilingual WillBeMade(string path) => new($"{path} 尚不存在，启动时会创建。", $"{path} does not exist yet; a start makes it.");

    public static Bilingual Usable(string path, bool isEmbedded) => isEmbedded
        ? new($"{path} 可用，没有进程占用。", $"{path} can be used; no process holds it.")
        : new($"{path} 可用（本地索引）。", $"{path} can be used (for the local index).");

    public static Bilingual HeldByService(string path) => new($"{path} 由运行中的服务占用。", $"{path} is held by the running service.");

    public static Bilingual HeldBySomebody(string path) => new($"{path} 被一个进程占用，但没有服务应答。", $"{path} is held by a process, and no service answers.");

    public static Bilingual Free(long free, int least) => new($"剩余 {free} MB（下限 {least} MB）。", $"{free} MB free (minimum {least} MB).");

    public static Bilingual Unreachable(string points) => new($"{points} 没有应答。", $"{points} does not answer.");

    public static Bilingual Connected(string points, Version version) => new($"{points} 应答，版本 {version}。", $"{points} answers, version {version}.");

    public static Bilingual Evicts(string policy) => new($"内存满时 Redis 会淘汰数据，包括知识（{policy}）。", $"When its memory is full Redis evicts data, knowledge included ({policy}).");
}
