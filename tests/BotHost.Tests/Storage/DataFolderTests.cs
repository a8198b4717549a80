using System.Diagnostics;
using Wenlu.BotHost.Storage;
using Wenlu.BotHost.Tests.Fixtures;

namespace Wenlu.BotHost.Tests.Storage;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [Fact]
    public void A_new_folder_is_made_and_recognised_later()
    {
        DataFolder.Open(temp["a/b/data"]).Dispose();

        using var again = DataFolder.Open(temp["a/b/data"]);

        again.Path.ShouldBe(temp["a/b/data"]);
    }

    [Fact]
    public void A_folder_is_open_once()
    {
        using var first = DataFolder.Open(temp["data"]);

        var refusal = Should.Throw<StartupException>(() => DataFolder.Open(temp["data"]));

        refusal.Sentence.ShouldBe(StorageTexts.FolderInUse(temp["data"]));
        refusal.Sentence.English.ShouldContain("Storage:Directory");
    }

    [Fact]
    public void A_folder_held_by_another_process_is_refused()
    {
        DataFolder.Open(temp["data"]).Dispose();
        using var other = Process.Start(new ProcessStartInfo("flock", ["--exclusive", temp["data/wenlu.lock"], "sh", "-c", "echo held; read line"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        other.StandardOutput.ReadLine().ShouldBe("held");

        Should.Throw<StartupException>(() => DataFolder.Open(temp["data"])).Sentence.ShouldBe(StorageTexts.FolderInUse(temp["data"]));

        other.StandardInput.WriteLine();
        other.WaitForExit();
        DataFolder.Open(temp["data"]).Dispose();
    }

    [Fact]
    public void A_folder_with_other_peoples_files_is_left_alone()
    {
        File.WriteAllText(temp["thesis.docx"], "");

        Should.Throw<StartupException>(() => DataFolder.Open(temp.Path)).Sentence.ShouldBe(StorageTexts.FolderForeign(temp.Path));

        Directory.EnumerateFileSystemEntries(temp.Path).ShouldBe([temp["thesis.docx"]]);
    }

    [Fact]
    public void A_fresh_volume_and_the_remains_of_a_start_cut_short_are_not_foreign()
    {
        Directory.CreateDirectory(temp["lost+found"]);
        File.WriteAllText(temp["wenlu.lock"], "");

        DataFolder.Open(temp.Path).Dispose();
    }

    [Fact]
    public void A_place_where_no_folder_can_be_is_refused()
    {
        File.WriteAllText(temp["file"], "");

        var refusal = Should.Throw<StartupException>(() => DataFolder.Open(temp["file/data"]));

        refusal.Sentence.English.ShouldContain(temp["file/data"]);
        refusal.Sentence.English.ShouldContain("Storage:Directory");
    }

    [Fact]
    public void A_folder_of_a_later_format_is_refused()
    {
        (DataFolderMarker.New with { Format = 2 }).Write(temp.Path);

        Should.Throw<StartupException>(() => DataFolder.Open(temp.Path)).Sentence.ShouldBe(StorageTexts.FolderOfOtherVersion(temp.Path, 2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"format\":1,")]
    [InlineData("null")]
    public void A_damaged_marker_is_refused(string text)
    {
        File.WriteAllText(temp["wenlu.json"], text);

        Should.Throw<StartupException>(() => DataFolder.Open(temp.Path)).Sentence.ShouldBe(StorageTexts.MarkerUnreadable(temp["wenlu.json"]));
    }
}
