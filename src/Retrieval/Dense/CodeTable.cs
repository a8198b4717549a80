namespace Wenlu.Retrieval.Dense;

/// <summary>The codes of all vectors by slot, in memory. One thread adds, any number read.</summary>
internal sealed class CodeTable(CodeEncoder encoder)
{
    private const int PerBlock = 4096;

    private volatile ulong[][] blocks = [];
    private volatile int count;

    public CodeEncoder Encoder => encoder;

    /// <summary>Slots below it may be read.</summary>
    public int Count => count;

    public ReadOnlySpan<ulong> this[int slot] => Slot(blocks[slot / PerBlock], slot);

    public void Add(ReadOnlySpan<float> vector)
    {
        if (count == blocks.Length * PerBlock)
            blocks = [.. blocks, new ulong[PerBlock * encoder.Words]];
        encoder.Encode(vector, Slot(blocks[^1], count));
        count++;
    }

    /// <summary>Leaves slots out whose vectors are damaged.</summary>
    public void SkipTo(int slot)
    {
        while (count < slot)
            Add(new float[encoder.Dimension]);
    }

    private Span<ulong> Slot(ulong[] block, int slot) => block.AsSpan(slot % PerBlock * encoder.Words, encoder.Words);
}
