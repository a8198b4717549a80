using Microsoft.Extensions.Options;
using Wenlu.BotHost.Storage;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>The data folder and its disk. While a service holds the folder, that service is asked.</summary>
internal sealed class FolderCheck(IOptions<StorageOptions> options, RunningService service) : ICheck
{
    private static readonly Subject Disk = new("store.disk", new("磁盘空间", "disk space"));

    public Subject Subject { get; } = new("store.folder", new("数据文件夹", "data folder"));

    private string Path => System.IO.Path.GetFullPath(options.Value.Directory);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [await FolderAsync(FolderInspection.Look(options.Value.Directory)), Space(FolderInspection.FreeMegabytes(options.Value.Directory))];
        }
        catch (StartupException exception)
        {
            return [Finding.Failed(Subject, exception.Sentence, StoreTexts.MindTheFolder)];
        }
    }

    private async Task<Finding> FolderAsync(FolderState state) => state switch
    {
        FolderState.Missing => Finding.Ok(Subject, StoreTexts.WillBeMade(Path)),
        FolderState.Free => Finding.Ok(Subject, StoreTexts.Usable(Path, options.Value.IsEmbedded)),
        _ when await service.AnswerAsync() is not { Health: { } health } => Finding.Warning(Subject, StoreTexts.HeldBySomebody(Path), StoreTexts.FindTheHolder),
        _ => Finding.Ok(Subject, StoreTexts.HeldByService(Path)),
    };

    private Finding Space(long free)
    {
        var least = options.Value.MinimumFreeMegabytes;
        return free < least ? Finding.Failed(Disk, StoreTexts.Free(free, least), StoreTexts.FreeSome)
            : free < 4 * least ? Finding.Warning(Disk, StoreTexts.Free(free, least), StoreTexts.FreeSome)
            : Finding.Ok(Disk, StoreTexts.Free(free, least));
    }
}
