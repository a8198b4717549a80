using FsCheck.Xunit;
using Wenlu.Retrieval.Dense;

namespace Wenlu.Retrieval.Tests.Dense;

/// <summary>What a crash, a full disk or a bad sector may leave.</summary>
public sealed class VectorFileTests : IDisposable
{
    private const int Dimension = 24;
    private const int RecordSize = 16 + 2 * Dimension + 4;

    private readonly TemporaryFolder folder = new();

    private string Path => System.IO.Path.Combine(folder.Path, "1.vectors");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Vectors_are_read_as_they_were_appended()
    {
        Write(count: 5000);

        using var store = Load();

        store.Count.ShouldBe(5000);
        using var view = store.View();
        var vector = new float[Dimension];
        for (var number = 0; number < 5000; number += 7)
        {
            view.Read(store.SlotOf(HashOf(number)), vector);
            vector.ShouldBe(VectorOf(number), tolerance: 0.001);
        }
    }

    [Property(MaxTest = 60)]
    public void A_file_cut_anywhere_keeps_what_was_whole_and_goes_on(ushort at)
    {
        File.Delete(Path);
        Write(count: 10);
        var length = VectorFileHeader.Size + at % (10 * RecordSize);
        Truncate(length);

        using (var store = Load())
        {
            store.Count.ShouldBe((length - VectorFileHeader.Size) / RecordSize);
            store.Append([(HashOf(77), VectorOf(77))]);
        }

        using var again = Load();
        Enumerable.Range(0, 10).Count(number => again.SlotOf(HashOf(number)) == number).ShouldBe((length - VectorFileHeader.Size) / RecordSize);
        again.SlotOf(HashOf(77)).ShouldBe(again.Count - 1);
    }

    [Theory]
    [InlineData("hash", 0)]
    [InlineData("first component", 16)]
    [InlineData("last component", RecordSize - 5)]
    [InlineData("checksum", RecordSize - 1)]
    public void A_flipped_bit_costs_one_vector_and_no_other(string part, int offset)
    {
        for (var damaged = 0; damaged < 10; damaged++)
        {
            File.Delete(Path);
            Write(count: 10);
            Flip(VectorFileHeader.Size + damaged * RecordSize + offset);

            using var store = Load();

            for (var number = 0; number < 10; number++)
                store.SlotOf(HashOf(number)).ShouldBe(number == damaged ? -1 : number, $"{part} of {damaged}");
            store.Append([(HashOf(damaged), VectorOf(damaged))]);
            using var view = store.View();
            var vector = new float[Dimension];
            view.Read(store.SlotOf(HashOf(damaged)), vector);
            vector.ShouldBe(VectorOf(damaged), tolerance: 0.001);
        }
    }

    [Property(MaxTest = 60)]
    public void One_damaged_header_is_replaced_by_its_copy(ushort at)
    {
        File.Delete(Path);
        Write(count: 3);
        Flip(at % VectorFileHeader.Size);

        using var store = Load();

        (store.Count, store.Header.Space.Model).ShouldBe((3, "m"));
    }

    [Fact]
    public void A_file_with_both_headers_damaged_is_not_taken_for_vectors()
    {
        Write(count: 3);
        Flip(3);
        Flip(VectorFileHeader.CopySize + 3);

        VectorFile.TryOpen(Path).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(VectorFileHeader.CopySize - 1)]
    public void A_file_cut_within_its_first_header_is_not_taken_for_vectors(int length)
    {
        Write(count: 3);
        Truncate(length);

        VectorFile.TryOpen(Path).ShouldBeNull();
    }

    [Fact]
    public void Bytes_that_follow_the_last_vector_are_cut_off()
    {
        Write(count: 3);
        using (var file = File.Open(Path, FileMode.Append))
            file.Write(new byte[1000]);

        using (var store = Load())
            store.Count.ShouldBe(3);

        new FileInfo(Path).Length.ShouldBe(VectorFileHeader.Size + 3 * RecordSize);
    }

    [Fact]
    public void The_description_survives()
    {
        Write(count: 3);
        using (var store = Load())
            store.Describe(store.Header with { Quality = 0.5, MeasuredAt = 3 });

        using var again = Load();

        (again.Header.Quality, again.Header.MeasuredAt, again.Header.Dimension).ShouldBe((0.5, 3, Dimension));
    }

    [Fact]
    public void A_second_process_is_refused()
    {
        Write(count: 1);
        using var store = Load();

        Should.Throw<IOException>(() => VectorFile.TryOpen(Path));
    }

    [Fact]
    public void A_view_opened_before_the_file_grew_or_was_closed_still_reads()
    {
        var file = VectorFile.Create(Path, new VectorFileHeader(new EmbeddingSpace("m", null, "", ""), Dimension));
        file.Append([(HashOf(0), VectorOf(0))]);
        using var view = file.View();

        file.Append([.. Enumerable.Range(1, 5000).Select(number => (HashOf(number), VectorOf(number)))]);
        file.Dispose();

        var vector = new float[Dimension];
        view.Read(0, vector);
        vector.ShouldBe(VectorOf(0), tolerance: 0.001);
        Should.Throw<ObjectDisposedException>(() => file.View());
    }

    private void Write(int count)
    {
        using var file = VectorFile.Create(Path, new VectorFileHeader(new EmbeddingSpace("m", null, "", ""), Dimension));
        foreach (var batch in Enumerable.Range(0, count).Select(number => (HashOf(number), VectorOf(number))).Chunk(3))
            file.Append(batch);
    }

    private VectorStore Load() => VectorStore.Load(VectorFile.TryOpen(Path).ShouldNotBeNull(), CancellationToken.None);

    private void Truncate(int length)
    {
        using var file = File.Open(Path, FileMode.Open);
        file.SetLength(length);
    }

    private void Flip(int offset)
    {
        var bytes = File.ReadAllBytes(Path);
        bytes[offset] ^= 0x10;
        File.WriteAllBytes(Path, bytes);
    }

    private static ContentHash HashOf(int number) => ContentHash.Of($"text {number}");

    private static float[] VectorOf(int number) => Vectors.Unit(Vectors.Gaussian(new Random(number), Dimension));
}
