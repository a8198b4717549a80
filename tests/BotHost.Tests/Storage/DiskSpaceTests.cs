using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Storage;

public sealed class DiskSpaceTests : IDisposable
{
    private const long Megabyte = 1024 * 1024;
    private readonly TempFolder temp = new();
    private readonly DataFolder folder;
    private readonly StorageOptions options = new() { MinimumFreeMegabytes = 100 };
    private readonly SteppedTime time = new();
    private long free = 200 * Megabyte;
    private int measured;

    public DiskSpaceTests() => folder = DataFolder.Open(temp["data"]);

    public void Dispose()
    {
        folder.Dispose();
        temp.Dispose();
    }

    [Fact]
    public void Writes_are_refused_while_the_disk_is_nearly_full_and_resume_by_themselves()
    {
        var disk = Disk();
        disk.EnsureEnough();

        free = 99 * Megabyte;
        time.Step();
        Should.Throw<StoreUnavailableException>(disk.EnsureEnough);

        free = 100 * Megabyte;
        time.Step();
        disk.EnsureEnough();
    }

    [Fact]
    public void It_is_not_measured_again_at_once_whoever_asks()
    {
        var disk = Disk();
        for (var i = 0; i < 50; i++)
            disk.EnsureEnough();
        time.Step();
        disk.EnsureEnough();

        measured.ShouldBe(2);
    }

    [Fact]
    public void A_start_without_room_says_how_much_there_is_and_how_much_there_should_be()
    {
        free = 7 * Megabyte;

        Should.Throw<StartupException>(Disk().EnsureEnoughToStart).Sentence.ShouldBe(StorageTexts.DiskFull(folder.Path, 7, 100));
    }

    [Fact]
    public void What_needs_more_room_than_others_can_ask_for_it()
    {
        Disk().HasRoomFor(100 * Megabyte).ShouldBeTrue();
        Disk().HasRoomFor(101 * Megabyte).ShouldBeFalse();
    }

    [Fact]
    public void The_disk_of_a_redis_server_is_not_ours_to_watch()
    {
        options.ConnectionString = "redis:6379";
        free = 0;

        Disk().EnsureEnough();
    }

    [Fact]
    public void The_real_disk_can_be_measured() =>
        new DiskSpace(folder, Options.Create(new StorageOptions { MinimumFreeMegabytes = 16 }), TimeProvider.System, NullLogger<DiskSpace>.Instance)
            .IsEnough.ShouldBeTrue();

    private DiskSpace Disk() => new(folder, Options.Create(options), time, NullLogger<DiskSpace>.Instance, _ =>
    {
        measured++;
        return free;
    });

    private sealed class SteppedTime : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => now;

        /// <summary>A tenth of a second: in one second a disk can fill.</summary>
        public void Step() => now += TimestampFrequency / 10;
    }
}
