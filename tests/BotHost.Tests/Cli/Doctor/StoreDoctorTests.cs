using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Cli.Doctor;

public sealed class StoreDoctorTests : DoctorBench
{
    [Fact]
    public async Task A_server_that_keeps_what_it_is_given_is_fine_and_tells_the_calls_of_the_month()
    {
        using var redis = RedisServer.Start();

        var report = await LookAsync($"--ConnectionStrings:Redis={redis.ConnectionString}", "--Feishu:MonthlyCalls=5000");

        report.Complaints.ShouldBeEmpty(report.Text);
        report.FindingOf("store").ShouldContain("answers, version");
        report.FindingOf("feishu.quota").ShouldBe("0 of 5000 used this month, 5000 left.");
    }

    [Fact]
    public async Task A_server_that_forgets_is_warned_of()
    {
        using var redis = RedisServer.Start("--appendonly", "no", "--maxmemory-policy", "allkeys-lru");

        var report = await LookAsync($"--ConnectionStrings:Redis={redis.ConnectionString}");

        report.Complaints.ShouldBe(["store.persistence", "store.eviction"]);
        report.RemedyOf("store.persistence").ShouldContain("appendonly yes");
        report.RemedyOf("store.eviction").ShouldContain("noeviction");
        report.Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails()
    {
        var report = await LookAsync("--ConnectionStrings:Redis=127.0.0.1:1", "--Feishu:MonthlyCalls=5000");

        report.Complaints.ShouldBe(["store"]);
        report.RemedyOf("store").ShouldContain("ConnectionStrings:Redis");
        report.StateOf("feishu.quota").ShouldBe("note");
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_of_somebody_else_fails_and_stays_as_it_is()
    {
        Directory.CreateDirectory(Folder["data"]);
        File.WriteAllText(Folder["data/theirs.txt"], "theirs");

        var report = await LookAsync();

        report.Complaints.ShouldBe(["store.folder"]);
        report.RemedyOf("store.folder").ShouldContain("Storage:Directory");
        Directory.GetFileSystemEntries(Folder["data"]).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_disk_with_too_little_room_fails()
    {
        var report = await LookAsync("--Storage:MinimumFreeMegabytes=1048576");

        report.Complaints.ShouldBe(["store.disk"]);
        report.Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_somebody_holds_without_answering_is_a_warning()
    {
        Directory.CreateDirectory(Folder["data"]);
        using var held = new FileStream(Folder["data/wenlu.lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var report = await LookAsync();

        report.Complaints.ShouldBe(["store.folder"]);
        report.StateOf("store.folder").ShouldBe("warning");
    }
}
