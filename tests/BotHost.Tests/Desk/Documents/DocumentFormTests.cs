using FsCheck;
using FsCheck.Xunit;
using Wenlu.BotHost.Desk.Documents;
using Wenlu.BotHost.Knowledge;

namespace Wenlu.BotHost.Tests.Desk.Documents;

public sealed class DocumentFormTests
{
    [Theory]
    [InlineData("Leave policy", "leave-policy")]
    [InlineData("  VPN 2.0  ", "vpn-2-0")]
    public void A_title_that_an_id_can_hold_is_its_id(string title, string id) => DocumentForm.IdFor(title).ShouldBe(id);

    [Property]
    public void Every_title_gets_a_valid_id_and_always_the_same(NonEmptyString title)
    {
        DocumentId.IsValid(DocumentForm.IdFor(title.Get)).ShouldBeTrue();
        DocumentForm.IdFor(title.Get).ShouldBe(DocumentForm.IdFor(title.Get + " "));
    }

    [Fact]
    public void Chats_and_people_are_read_however_they_are_separated()
    {
        var form = new DocumentForm("leave", "年假", "", "人事， 假期,", new(AudienceForm.Some, "oc_a, oc_b", "ou_a\nou_b"), "十天。", 1);

        var document = form.Judge(Audience.Tenant).ShouldBeOfType<Submission.Accepted>().Document;

        document.Tags.ShouldBe(["人事", "假期"]);
        document.Audience.Labels.ShouldBe(["chat:oc_a", "chat:oc_b", "user:ou_a", "user:ou_b"]);
        AudienceForm.InWords(document.Audience).English.ShouldBe("2 chats and 2 people");
        AudienceForm.Of(document.Audience).ShouldBe(new AudienceForm(AudienceForm.Some, "oc_a\noc_b", "ou_a\nou_b"));
    }
}
