using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wenlu.Retrieval.Fusion;

namespace Wenlu.Retrieval.Tests.Fusion;

public sealed class DenseWeightTests
{
    [Property]
    public Property A_better_model_never_counts_less_and_a_surer_search_never_lets_it_count_more() =>
        Prop.ForAll(Share, Share, Share, (one, other, third) =>
            DenseWeight.Of(Math.Max(one, other), third) >= DenseWeight.Of(Math.Min(one, other), third)
            && DenseWeight.Of(third, Math.Max(one, other)) <= DenseWeight.Of(third, Math.Min(one, other)));

    [Property]
    public Property It_stays_above_nothing_and_at_most_that_of_the_words() =>
        Prop.ForAll(Share, Share, (quality, sureness) => DenseWeight.Of(quality, sureness) is > 0 and <= 1);

    [Fact]
    public void A_model_that_proved_nothing_never_takes_the_first_place_from_the_words()
    {
        var lost = ReciprocalRankFusion.Share(1, 1) - ReciprocalRankFusion.Share(1, 2);

        ReciprocalRankFusion.Share(DenseWeight.Of(quality: 0, sureness: 0), 1).ShouldBeLessThan(lost);
    }

    private static Arbitrary<double> Share => Gen.Choose(0, 1000).Select(number => number / 1000.0).ToArbitrary();
}
