using System.Globalization;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Directory = Lucene.Net.Store.Directory;

namespace Wenlu.Retrieval.Indexing;

/// <summary>Who an index belongs to and how far it has come, as kept in Lucene's commit.</summary>
internal sealed record IndexState(string Owner, long Position)
{
    private const string VersionKey = "schema";
    private const string OwnerKey = "owner";
    private const string PositionKey = "position";

    public IDictionary<string, string> ToUserData() => new Dictionary<string, string>
    {
        [VersionKey] = IndexFolder.SchemaVersion,
        [OwnerKey] = Owner,
        [PositionKey] = Position.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Null when the data was written under another schema, or is not ours at all.</summary>
    public static IndexState? FromUserData(IDictionary<string, string> data) =>
        data.TryGetValue(VersionKey, out var version) && version == IndexFolder.SchemaVersion
        && data.TryGetValue(OwnerKey, out var owner)
        && data.TryGetValue(PositionKey, out var position)
        && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new IndexState(owner, number)
            : null;
}

/// <summary>Why an index was started empty.</summary>
public enum RebuildReason
{
    /// <summary>It was not: it is continued.</summary>
    None,

    /// <summary>There was none.</summary>
    Missing,

    /// <summary>It was written by a version that lays out or analyses otherwise.</summary>
    OtherVersion,

    /// <summary>It was fed from another source.</summary>
    OtherSource,

    /// <summary>A file is missing, cut short, or does not have its checksum.</summary>
    Damaged,
}

/// <summary>What a folder was found to hold: the state to continue from, or why there is none.</summary>
internal readonly record struct PreparedFolder(IndexState? State, RebuildReason Reason, string? Detail = null);

/// <summary>Decides whether a folder holds an index that can be continued, and empties it when not.</summary>
internal static class IndexFolder
{
    /// <summary>Changes with the fields, the analysis, the cutting and the tables: an index of another version answers wrongly.</summary>
    public const string SchemaVersion = "6";

    /// <summary>The state to continue from; none after emptying a folder whose index is missing, damaged or somebody else's.</summary>
    public static PreparedFolder Prepare(Directory directory, string owner)
    {
        using var held = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        // Lucene's lock is the operating system's: what a killed process leaves behind is only a file.
        if (!held.Obtain(lockWaitTimeout: 1000))
            throw new IOException($"The index in {directory} is in use by another process.");
        var found = TryReadIntact(directory, owner);
        if (found.State is null)
            Empty(directory);
        return found;
    }

    private static PreparedFolder TryReadIntact(Directory directory, string owner)
    {
        try
        {
            return DirectoryReader.IndexExists(directory) ? ReadIntact(directory, owner) : new(null, RebuildReason.Missing);
        }
        // Damaged bytes show up as whatever the code that met them first thought of.
        catch (Exception exception) when (exception is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            return new(null, RebuildReason.Damaged, exception.Message);
        }
    }

    private static PreparedFolder ReadIntact(Directory directory, string owner)
    {
        var commit = DirectoryReader.ListCommits(directory)[^1];
        if (IndexState.FromUserData(commit.UserData) is not { } state)
            return new(null, RebuildReason.OtherVersion);
        if (state.Owner != owner)
            return new(null, RebuildReason.OtherSource);
        foreach (var file in commit.FileNames)
            VerifyChecksum(directory, file);
        using var reader = DirectoryReader.Open(commit);
        foreach (var leaf in reader.Leaves)
            leaf.AtomicReader.CheckIntegrity();
        return new(state, RebuildReason.None);
    }

    // Every file of a 4.8 index ends with a checksum of what precedes it; reading all of it once also warms the page cache.
    private static void VerifyChecksum(Directory directory, string file)
    {
        try
        {
            using var input = directory.OpenInput(file, IOContext.READ_ONCE);
            if (!file.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal))
                CodecUtil.ChecksumEntireFile(input);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or UnauthorizedAccessException))
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }

    // Only what Lucene names: should the folder be a wrong one, nobody's files are lost.
    private static void Empty(Directory directory)
    {
        foreach (var file in directory.ListAll())
            if (file.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal)
                || file.StartsWith("pending_segments", StringComparison.Ordinal)
                || IndexFileNames.CODEC_FILE_PATTERN.IsMatch(file))
                directory.DeleteFile(file);
    }
}
