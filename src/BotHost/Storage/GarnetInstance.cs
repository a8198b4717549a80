using System.Globalization;
using System.Net.Sockets;
using Garnet;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>One running Garnet: a directory with its append-only file, and a socket to reach it.</summary>
internal sealed class GarnetInstance : IDisposable
{
    /// <summary>An ordinary end takes milliseconds. One after a write that the disk refused may never come.</summary>
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(10);

    private readonly GarnetServer server;
    private Task? end;

    private GarnetInstance(string directory, string socket, GarnetServer server)
    {
        (Directory, Socket, this.server) = (directory, socket, server);
        Connection = StoreConnection.ForUpkeep(socket);
    }

    public string Directory { get; }

    public string Socket { get; private set; }

    public IConnectionMultiplexer Connection { get; private set; }

    public IDatabase Database => Connection.GetDatabase();

    /// <param name="folder">Named in the sentence when it cannot start.</param>
    public static GarnetInstance Start(DataFolder folder, string directory, string socket, TimeSpan recoveryTimeout)
    {
        try
        {
            return Task.Run(() => Start(directory, socket)).WaitAsync(recoveryTimeout).GetAwaiter().GetResult();
        }
        catch (TimeoutException exception)
        {
            throw new StartupException(StorageTexts.RecoveryTooSlow(folder.Path, recoveryTimeout), exception);
        }
        catch (Exception exception) when (exception is SocketException or UnauthorizedAccessException)
        {
            throw new StartupException(StorageTexts.FolderUnusable(folder.Path, exception.Message), exception);
        }
        catch (Exception exception)
        {
            throw new StartupException(StorageTexts.StoreDamaged(folder.Path), exception);
        }
    }

    /// <summary>Where the append-only file ends, in bytes since it began: what a start has to replay.</summary>
    public async Task<long> TailAsync()
    {
        var facts = (await Connection.GetServers()[0].InfoAsync("PERSISTENCE")).SelectMany(section => section).ToDictionary();
        return long.Parse(facts["TailAddress"], CultureInfo.InvariantCulture);
    }

    /// <summary>Brings what the operating system still holds onto the disk itself.</summary>
    public void Flush()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories))
        {
            Flush(file);
        }
    }

    /// <summary>Listens on another path from now on; who connected before stays connected.</summary>
    public void MoveTo(string socket)
    {
        File.Move(Socket, socket, overwrite: true);
        Connection.Dispose();
        (Socket, Connection) = (socket, StoreConnection.ForUpkeep(socket));
    }

    /// <summary>False: it did not end in time, so something in it may still write.</summary>
    public async Task<bool> EndAsync(TimeSpan atMost)
    {
        end ??= Task.Run(End);
        return await Task.WhenAny(end, Task.Delay(atMost)) == end && end.IsCompletedSuccessfully;
    }

    public void Dispose() => EndAsync(EndTimeout).GetAwaiter().GetResult();

    private void End()
    {
        Connection.Dispose();
        server.Dispose();
        File.Delete(Socket);
    }

    private static GarnetInstance Start(string directory, string socket)
    {
        // A killed process leaves its socket behind; the folder's lock says that nobody uses it any more.
        File.Delete(socket);
        var server = new GarnetServer(GarnetSettings.For(directory, socket));
        server.Start();
        return new GarnetInstance(directory, socket, server);
    }

    private static void Flush(string file)
    {
        try
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
        catch (FileNotFoundException)
        {
            // Garnet replaced it meanwhile.
        }
    }
}
