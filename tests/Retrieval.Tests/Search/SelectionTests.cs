using Wenlu.Retrieval.Search;

namespace Wenlu.Retrieval.Tests.Search;

public sealed class SelectionTests
{
    [Fact]
    public void A_long_document_leaves_room_for_others() =>
        Chosen("aaaaaabc", 5).ShouldBe("aaabc");

    [Fact]
    public void Places_nobody_else_wants_are_filled_in_order_of_score() =>
        Chosen("aaaaab", 5).ShouldBe("aaaab");

    [Fact]
    public void No_more_than_asked_for_are_returned() => Chosen("abcdef", 2).ShouldBe("ab");

    private static string Chosen(string documents, int count) => string.Concat(
        Selection.Choose(documents.Select((id, rank) => new Hit($"{id}", "", [], "", 100 - rank)), count).Select(hit => hit.DocumentId));
}
