using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>A document as the platform would list its blocks.</summary>
/// <param name="DocumentId">Also the id of its page block.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Items">What <c>blocks</c> answers as <c>items</c>, all pages together, parents before their children.</param>
/// <param name="Sections">What stands under which heading.</param>
public sealed record GeneratedDocument(string DocumentId, string Title, JsonArray Items, IReadOnlyList<GeneratedSection> Sections)
{
    /// <summary>The same document after somebody wrote a sentence over the first paragraph of one section.</summary>
    public GeneratedDocument Edited(int section, string sentence)
    {
        var items = (JsonArray)Items.DeepClone();
        var block = items.First(item => (string?)item!["block_id"] == Sections[section].ParagraphId)!;
        block["text"] = new JsonObject
        {
            ["elements"] = new JsonArray(BlockFactory.Run(sentence)),
            ["style"] = new JsonObject { ["align"] = 1 },
        };
        return this with { Items = items };
    }
}

/// <param name="HeadingId">The block that a link to the section opens.</param>
/// <param name="Heading">Plain text.</param>
/// <param name="Code">Stands in this section of this document and nowhere else.</param>
/// <param name="ParagraphId">Its first paragraph, which holds the code.</param>
public sealed record GeneratedSection(string HeadingId, string Heading, string Code, string ParagraphId);
