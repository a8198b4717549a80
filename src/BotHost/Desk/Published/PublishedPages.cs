using Wenlu.BotHost.Desk.Writing;
using Wenlu.BotHost.Knowledge;
using Wenlu.BotHost.Publication;

namespace Wenlu.BotHost.Desk.Published;

/// <summary>Puts together what an editor needs to edit one question of the site.</summary>
internal sealed class PublishedPages(KnowledgeStore store, PublishedList list, AnswerPreviews previews)
{
    public async Task<StoredDocument?> FindAsync(string id) => DocumentId.IsValid(id) ? await store.FindAsync(new(Kinds.Question, id)) : null;

    public async Task<PublishedEditModel> ReadAsync(StoredDocument stored, TypedAnswer typed) =>
        new(await list.RowAsync(PublishedQuestion.Of(stored)), typed, await previews.ReadAsync(typed)) { WasByModel = stored.Document.WrittenByModel };

    public static TypedAnswer Begin(StoredDocument stored) => new(
        stored.Document.Title, stored.Document.Markdown, string.Join('\n', stored.Document.Sources), string.Join(", ", stored.Document.Tags))
    {
        IsByModel = stored.Document.WrittenByModel,
        Revision = stored.Revision,
    };
}
