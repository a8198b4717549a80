using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Wenlu.BotHost.Tests.Fixtures;

/// <summary>A disk of its own for a test, small enough to be filled. Mounting one needs the rights to.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder mountPoint = new();

    public SmallDisk(int megabytes) => Run("mount", "-t", "tmpfs", "-o",
        string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "wenlu-test", mountPoint.Path);

    public string this[string name] => mountPoint[name];

    /// <summary>To the last byte.</summary>
    public void Fill()
    {
        using var filler = new FileStream(this["filler"], FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[64 * 1024]; ;)
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full, as was wanted.
        }
    }

    public void Free() => File.Delete(this["filler"]);

    public void Dispose()
    {
        Run("umount", "--lazy", mountPoint.Path);
        mountPoint.Dispose();
    }

    public static bool CanBeHad()
    {
        try
        {
            new SmallDisk(1).Dispose();
            return true;
        }
        catch (Exception exception) when (exception is ShouldAssertException or Win32Exception)
        {
            return false;
        }
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, command);
    }
}

/// <summary>A test that fills a disk; left out where none can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactOnASmallDiskAttribute : FactAttribute
{
    private static readonly Lazy<bool> CanBeHad = new(SmallDisk.CanBeHad);

    public FactOnASmallDiskAttribute() => Skip = CanBeHad.Value ? null : "Mounting a disk is not permitted here.";
}
