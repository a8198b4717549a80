using System.Globalization;
using Wenlu.BotHost.Events.LongConnection.Wire;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>
/// Puts events together that were cut into several frames, in whatever order these arrive. What it holds is bounded in number, in
/// bytes and in time; what is given up is not acknowledged, so the platform sends it again. For one reader.
/// </summary>
internal sealed class Reassembly(TimeProvider time)
{
    public const int MaxSets = 32;
    public const int MaxParts = 1024;
    public const int MaxBytes = BoundedBody.MaxBytes;
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, PartialEvent> sets = [];

    /// <summary>How many events wait for the rest of their frames.</summary>
    public int Waiting => sets.Count;

    /// <summary>The whole event once this frame completes it, else null.</summary>
    public ReadOnlyMemory<byte>? Add(Frame frame)
    {
        var sum = Number(frame, Frames.Sum) ?? 1;
        if (sum <= 1)
            return frame.Payload.Memory;
        ForgetOld();
        if (frame.Find(Frames.MessageId) is not { } id || sum > MaxParts || Number(frame, Frames.Seq) is not { } seq || seq >= sum)
            return null;
        return Add(id, sum, seq, frame.Payload.Memory);
    }

    private ReadOnlyMemory<byte>? Add(string id, int sum, int seq, ReadOnlyMemory<byte> part)
    {
        if (!sets.TryGetValue(id, out var set) || set.Sum != sum)
            sets[id] = set = new PartialEvent(sum, time.GetUtcNow());
        set.Put(seq, part);
        if (!set.IsComplete && set.Bytes <= MaxBytes && sets.Count <= MaxSets)
            return null;
        sets.Remove(id);
        if (!set.IsComplete || set.Bytes > MaxBytes)
            return null;
        return set.Join();
    }

    private void ForgetOld()
    {
        var now = time.GetUtcNow();
        foreach (var (id, _) in sets.Where(set => now - set.Value.Begun >= Lifetime).ToList())
            sets.Remove(id);
    }

    private static int? Number(Frame frame, string key) =>
        int.TryParse(frame.Find(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed class PartialEvent(int sum, DateTimeOffset begun)
    {
        private readonly ReadOnlyMemory<byte>?[] parts = new ReadOnlyMemory<byte>?[sum];
        private int present;

        public int Sum => sum;

        public DateTimeOffset Begun => begun;

        public int Bytes { get; private set; }

        public bool IsComplete => present == sum;

        /// <summary>A part that comes again takes the place of the first.</summary>
        public void Put(int seq, ReadOnlyMemory<byte> part)
        {
            present += parts[seq] is null ? 1 : 0;
            Bytes += part.Length - (parts[seq]?.Length ?? 0);
            parts[seq] = part;
        }

        public byte[] Join()
        {
            var whole = new byte[Bytes];
            var length = 0;
            foreach (var part in parts)
            {
                part!.Value.CopyTo(whole.AsMemory(length));
                length += part.Value.Length;
            }

            return whole;
        }
    }
}
