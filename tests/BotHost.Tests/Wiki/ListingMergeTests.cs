using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Tests.Wiki;

public sealed class ListingMergeTests
{
    private const string Source = "Space:7";

    [Fact]
    public void New_documents_wait_and_other_types_are_skipped()
    {
        var merge = Merge([], [Listed("a"), Listed("b") with { Type = "sheet" }]);

        merge.Changed.Select(document => (document.Token, document.State)).ShouldBe([("a", SyncState.Waiting), ("b", SyncState.Skipped)]);
    }

    [Fact]
    public void A_second_listing_without_it_means_that_it_is_gone()
    {
        var once = Merge([Synced("a")], []).Changed.ShouldHaveSingleItem();
        once.Missing.ShouldBe(1);

        Merge([once], []).Gone.ShouldHaveSingleItem().Token.ShouldBe("a");
        Merge([once], [Listed("a")]).Changed.ShouldHaveSingleItem().Missing.ShouldBe(0);
    }

    [Fact]
    public void A_listing_that_is_not_complete_removes_nothing()
    {
        var listing = Listing([]) with { Complete = new HashSet<string>() };

        ListingMerge.Of(Known([Synced("a") with { Missing = 1 }]), listing, new HashSet<string> { Source }, new WikiOptions()).Gone.ShouldBeEmpty();
    }

    [Fact]
    public void A_source_that_is_closed_to_the_app_makes_its_documents_be_asked()
    {
        var listing = Listing([]) with { Complete = new HashSet<string>(), Closed = new HashSet<string> { Source } };

        var asked = ListingMerge.Of(Known([Synced("a")]), listing, new HashSet<string> { Source }, new WikiOptions()).Changed.ShouldHaveSingleItem();

        asked.IsUrgent.ShouldBeTrue();
    }

    [Fact]
    public void A_source_that_is_wanted_no_longer_takes_its_documents_along()
    {
        var merge = ListingMerge.Of(Known([Synced("a")]), Listing([]), new HashSet<string>(), new WikiOptions());

        merge.Gone.ShouldHaveSingleItem();
        merge.Changed.ShouldBeEmpty();
    }

    [Fact]
    public void A_shortcut_gives_way_to_the_place_where_the_document_is_at_home()
    {
        var merge = Merge([], [Listed("a") with { IsShortcut = true, NodeToken = "shortcut" }, Listed("a") with { NodeToken = "home" }]);

        merge.Changed.ShouldHaveSingleItem().NodeToken.ShouldBe("home");
    }

    [Fact]
    public void What_is_as_it_was_is_not_written_again()
    {
        var known = Merge([], [Listed("a")]).Changed.ShouldHaveSingleItem();

        Merge([known], [Listed("a")]).Changed.ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_was_edited_shortly_before_it_was_read_is_asked_once_more()
    {
        var edited = DateTimeOffset.FromUnixTimeSeconds(1000);
        var soon = Synced("a") with { EditedAt = 1000, ReadEdit = 1000, ReadAt = edited.AddSeconds(5) };
        var later = soon with { ReadAt = edited.AddMinutes(2) };

        Merge([soon], [Listed("a") with { EditedAt = 1000 }]).Changed.ShouldHaveSingleItem().IsUrgent.ShouldBeTrue();
        Merge([later], [Listed("a") with { EditedAt = 1000 }]).Changed.ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_can_be_had_again_is_tried_at_once()
    {
        var closed = Synced("a") with { State = SyncState.Failed, IsDoubtful = true, RetryAt = DateTimeOffset.MaxValue };

        Merge([closed], [Listed("a")]).Changed.ShouldHaveSingleItem().RetryAt.ShouldBeNull();
        Merge([closed], [Listed("a") with { IsDoubtful = true }]).Changed.ShouldBeEmpty();
    }

    private static ListingMerge Merge(SyncedDocument[] known, ListedDocument[] listed) =>
        ListingMerge.Of(Known(known), Listing(listed), new HashSet<string> { Source }, new WikiOptions());

    private static Listing Listing(ListedDocument[] listed) =>
        new(listed, [new SpaceFacts("7", "公司知识库", true, null, null)], [], new HashSet<string> { Source }, new HashSet<string>());

    private static Dictionary<string, SyncedDocument> Known(SyncedDocument[] documents) => documents.ToDictionary(document => document.Token);

    private static ListedDocument Listed(string token) => new(token, SyncedDocument.Docx, Source) { SpaceId = "7", Title = token };

    private static SyncedDocument Synced(string token)
    {
        var document = new SyncedDocument(token, SyncedDocument.Docx, Source)
        {
            SpaceId = "7",
            Title = token,
            State = SyncState.Synced,
            ReadEdit = 0,
            ReadAt = DateTimeOffset.UnixEpoch.AddDays(1),
            Grants = new Grants(LinkShare.Tenant, false, false, [], [], 0, true),
            GrantsAt = DateTimeOffset.UnixEpoch,
        };
        return document with { Written = MirroredDocument.Print(document, BotHost.Knowledge.Audience.Tenant) };
    }
}
