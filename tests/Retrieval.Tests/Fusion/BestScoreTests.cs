using Lucene.Net.Search;
using Wenlu.Retrieval.Fusion;

namespace Wenlu.Retrieval.Tests.Fusion;

public sealed class BestScoreTests
{
    [Fact]
    public void A_passage_counts_with_the_wording_that_finds_it_best()
    {
        RankedList asked = new([new(1, 10), new(2, 9), new(3, 1)], 1);
        RankedList reworded = new([new(3, 20), new(2, 5)], 0.8);

        var fused = BestScore.Fuse([asked, reworded]);

        fused.Select(scored => (scored.Doc, scored.Score)).ShouldBe([(3, 16f), (1, 10f), (2, 9f)]);
    }

    [Fact]
    public void A_question_without_other_wordings_keeps_its_ranking()
    {
        ScoreDoc[] ranking = [new(7, 3.5f), new(2, 1.25f)];

        BestScore.Fuse([new(ranking, 1)]).ShouldBe(ranking);
    }
}
