using Wenlu.StandIns.Feishu;

namespace Wenlu.BotHost.Tests.Processes;

/// <summary>A data folder that cannot be used is said in a sentence, never discovered later.</summary>
[Collection(OneAtATime.Name)]
public sealed class DataFolderProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    private Installation bot = null!;

    public async Task InitializeAsync() => bot = await Installation.CreateAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_and_does_the_first_no_harm()
    {
        using var first = await bot.StartReadyAsync();

        (await StopsAsync(("Urls", "http://127.0.0.1:0"))).ShouldContain("in use by another process");

        await bot.KnowLeaveAsync();
        (await bot.Http.GetAsync("/health/ready")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        Directory.CreateDirectory(bot.Folder["data"]);
        await File.WriteAllTextAsync(bot.Folder["data/notes.txt"], "mine");

        (await StopsAsync()).ShouldContain("Storage:Directory");

        Directory.EnumerateFileSystemEntries(bot.Folder["data"]).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_said()
    {
        await File.WriteAllTextAsync(bot.Folder["data"], "a file");

        (await StopsAsync()).ShouldContain("Storage:Directory");
    }

    [Theory]
    [InlineData("data/wenlu.json")]
    [InlineData("data/store")]
    public async Task Damaged_files_of_the_store_are_said_instead_of_starting_empty(string damaged)
    {
        await LiveAsync();
        foreach (var file in FilesOf(bot.Folder[damaged]))
            Damage(file);

        (await StopsAsync()).ShouldContain("damaged");
    }

    [Fact]
    public async Task A_store_that_is_gone_is_said_instead_of_starting_empty()
    {
        await LiveAsync();
        Directory.Delete(bot.Folder["data/store"], recursive: true);

        (await StopsAsync()).ShouldContain("damaged");
    }

    [Fact]
    public async Task A_damaged_index_is_built_again_from_the_store()
    {
        await LiveAsync();
        foreach (var file in FilesOf(bot.Folder["data/index"]))
            Damage(file);

        using var next = await bot.StartReadyAsync();

        (await bot.SearchAsync("年假有几天")).ShouldContain("员工手册");
    }

    /// <summary>A life with documents, an orderly end, and a second life that is killed: log and index both hold something.</summary>
    private async Task LiveAsync()
    {
        using (var first = await bot.StartReadyAsync())
        {
            await bot.KnowLeaveAsync();
            first.Signal("TERM");
            await first.ExitAsync(StopLimit);
        }

        using var second = await bot.StartReadyAsync();
        (await bot.Delivery.SendAsync(AMessage.InDirectChat().Saying("/new"))).Accepted.ShouldBeTrue();
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        second.Kill();
    }

    private static IEnumerable<string> FilesOf(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".sock", StringComparison.Ordinal));

    private static void Damage(string file)
    {
        var bytes = new byte[new FileInfo(file).Length];
        new Random(17).NextBytes(bytes);
        File.WriteAllBytes(file, bytes);
    }

    private async Task<string> StopsAsync(params (string Key, string Value)[] settings)
    {
        using var process = bot.Start(settings);
        (await process.ExitAsync(StopLimit)).ShouldBe(1);
        (process.Output + process.Errors).ShouldNotContain("   at ");
        return process.Errors;
    }
}
