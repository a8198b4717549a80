using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Search;

public sealed class SlidingWindowTests
{
    private const int Width = 5;

    private static readonly double[] Weights = [1, 2, 4, 8];

    [Property(MaxTest = 300)]
    public Property The_greatest_weight_is_that_of_the_best_place_of_all() => Prop.ForAll(Passages(), passage =>
        Math.Abs(Greatest(passage) - Enumerable.Range(0, passage.Length).Select(start => WeightFrom(passage, start)).DefaultIfEmpty().Max()) < 1e-9);

    [Property(MaxTest = 100)]
    public Property A_term_that_is_held_counts_in_every_place() => Prop.ForAll(Passages(), passage =>
    {
        var window = new SlidingWindow(Weights, Width);
        window.Hold(3);
        Move(window, passage);
        return Math.Abs(window.Greatest - Weights[3] - Greatest([.. passage.Select(term => term == 3 ? -1 : term)])) < 1e-9;
    });

    [Fact]
    public void A_cleared_window_remembers_nothing()
    {
        var window = new SlidingWindow(Weights, Width);
        window.Hold(3);
        window.Meet(2, 0);

        window.Clear();
        window.Meet(0, 0);

        window.Greatest.ShouldBe(1);
    }

    // A passage is what stands at each position: the number of a term, or -1 for anything else.
    private static Arbitrary<int[]> Passages() => Gen.Choose(-1, Weights.Length - 1).ArrayOf().ToArbitrary();

    private static double Greatest(int[] passage)
    {
        var window = new SlidingWindow(Weights, Width);
        Move(window, passage);
        return window.Greatest;
    }

    private static void Move(SlidingWindow window, int[] passage)
    {
        for (var position = 0; position < passage.Length; position++)
            if (passage[position] >= 0)
                window.Meet(passage[position], position);
    }

    private static double WeightFrom(int[] passage, int start) =>
        passage.Skip(start).Take(Width).Where(term => term >= 0).Distinct().Sum(term => Weights[term]);
}
