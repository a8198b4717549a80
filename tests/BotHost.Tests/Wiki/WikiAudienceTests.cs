using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Wiki;

namespace Wenlu.BotHost.Tests.Wiki;

public sealed class WikiAudienceTests
{
    private const string Owner = "ou_owner";

    private static readonly SpaceFacts Public = new("7", "公开", true, null, null);
    private static readonly SpaceFacts Private = new("7", "私有", false, ["ou_member"], ["oc_members"]);
    private static readonly Grants Closed = new(LinkShare.Closed, false, false, ["ou_reader"], [], 0, true);

    [Fact]
    public void In_a_public_space_colleagues_read_what_is_not_locked()
    {
        Of(Closed, Public).ShouldBe([AccessLabels.Tenant]);
        Of(Closed with { IsLocked = true }, Public).ShouldBe(["user:ou_owner", "user:ou_reader"]);
        Of(Closed with { IsLocked = true, IncludesSpace = true }, Public).ShouldBe([AccessLabels.Tenant]);
    }

    [Fact]
    public void In_a_private_space_its_members_read_what_is_not_locked()
    {
        Of(Closed, Private).ShouldBe(["chat:oc_members", "user:ou_member", "user:ou_owner", "user:ou_reader"]);
        Of(Closed with { IsLocked = true }, Private).ShouldBe(["user:ou_owner", "user:ou_reader"]);
    }

    [Fact]
    public void A_link_opens_to_colleagues_and_to_everyone_only_where_the_settings_allow()
    {
        Of(Closed with { Link = LinkShare.Tenant }, null).ShouldBe([AccessLabels.Tenant]);
        Of(Closed with { Link = LinkShare.Anyone }, null).ShouldBe([AccessLabels.Tenant]);
        Of(Closed with { Link = LinkShare.Anyone }, null, new WikiOptions { AllowEveryone = true }).ShouldBe([AccessLabels.Everyone]);
    }

    [Fact]
    public void What_is_not_told_of_a_private_space_is_nobodys_unless_the_settings_say_tenant()
    {
        Of(Grants.Untold, Private).ShouldBeNull();
        Of(Grants.Untold, Private, new WikiOptions { DefaultAudience = "tenant" }).ShouldBe([AccessLabels.Tenant]);
        Of(Grants.Untold, Private, new WikiOptions { DefaultAudiences = { ["7"] = "tenant" } }).ShouldBe([AccessLabels.Tenant]);
        Of(Grants.Untold, Private, new WikiOptions { DefaultAudience = "tenant", DefaultAudiences = { ["7"] = "none" } }).ShouldBeNull();
        Of(Grants.Untold, Public).ShouldBe([AccessLabels.Tenant]);
        Of(null, Public).ShouldBeNull();
    }

    [Fact]
    public void Departments_and_strange_ids_are_left_out_and_a_long_list_keeps_its_chats()
    {
        var crowd = Closed with { IsLocked = true, Users = [.. Enumerable.Range(0, 800).Select(number => $"ou_{number}")], Chats = ["oc_1", "od-2"], Unknown = 3 };

        var labels = Of(crowd, null)!;

        labels.Count.ShouldBe(500);
        labels.ShouldContain("chat:oc_1");
        labels.ShouldNotContain("chat:od-2");
        WikiAudience.Of(Document(Closed with { IsLocked = true, Users = [] }) with { Owner = null }, null, new WikiOptions()).ShouldBeNull();
    }

    private static List<string>? Of(Grants? grants, SpaceFacts? space, WikiOptions? options = null) =>
        WikiAudience.Of(Document(grants), space, options ?? new WikiOptions())?.Labels.Order(StringComparer.Ordinal).ToList();

    private static SyncedDocument Document(Grants? grants) => new("T", SyncedDocument.Docx, "Space:7") { SpaceId = "7", Owner = Owner, Grants = grants };
}
