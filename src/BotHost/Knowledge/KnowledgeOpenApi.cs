using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Wenlu.BotHost.Knowledge;

/// <summary>What the description of the API says about the routes of the knowledge base.</summary>
internal static class KnowledgeOpenApi
{
    private const string Tag = "Knowledge";
    private const string Problem = "application/problem+json";

    private static readonly ApiParameter Id = new(
        "id", ParameterLocation.Path, "1 to 128 characters out of letters A–Z, digits and - . _ ~ :, and neither \".\" nor \"..\".", "leave-policy");

    private static readonly ApiParameter IfMatch = new(
        "If-Match", ParameterLocation.Header, "The ETag that was read: the write happens only while it still stands (412 otherwise).", "\"3\"");

    private static readonly ApiParameter Revision = new("revision", ParameterLocation.Path, "The number of a revision.", "2");

    private static readonly JsonNode BadRequest = Json("""
        {"title":"The request is not valid","status":400,"detail":"Correct: url.",
         "errors":{"url":["Must be an absolute http or https address, or a path of this site that starts with a single slash."]}}
        """);

    private static readonly JsonNode Mismatch = Json("""
        {"title":"The document has another revision","status":412,
         "detail":"The current revision is 4, written by bob at 2026-05-01 08:00 UTC; read it, merge, and send again.","currentRevision":4,
         "changedBy":"bob","changedAt":"2026-05-01T08:00:00+00:00","contentHash":"5f1d7a84db00d2fce00b31a7fc73224f"}
        """);

    public static void DescribePut(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("PutDocument")
        .WithSummary("Create or replace a document")
        .WithDescription("Searchable when the answer arrives. The same content again changes nothing and keeps the revision. "
            + "Markdown is sent as JSON, or as text/markdown with title, url, updated, tags and audience in YAML front matter. "
            + "HTML, PDF and Word files become Markdown, with the title that they have. "
            + "The document glossary.csv says what else people call things, and questions are understood with it: columns term, synonyms, translations, "
            + "abbreviations, several forms in a cell separated by semicolons; text/csv, or the same text as the markdown of the other formats. "
            + "Lines that cannot be used are told as warnings.")
        .WithParameter(Id).WithParameter(IfMatch)
        .WithParameter(new("If-None-Match", ParameterLocation.Header, "* creates only: a document that exists is left alone (412).", "*"))
        .WithRequestBody<DocumentBody>(MediaTypes.Json, MediaTypes.Markdown, MediaTypes.Html, MediaTypes.Pdf, MediaTypes.Word, MediaTypes.Csv)
        .WithRequestExample(MediaTypes.Json, Json("""
            {"title":"年假","url":"https://example.feishu.cn/wiki/abc","markdown":"# 年假\n\n入职满一年者，年假十天。","audience":"tenant",
             "tags":["人事"],"updatedAt":"2026-05-01T08:00:00+08:00"}
            """))
        .WithRequestExample(MediaTypes.Markdown, "---\ntitle: 年假\ntags: [人事]\nupdated: 2026-05-01\naudience: tenant\n---\n# 年假\n\n入职满一年者，年假十天。\n")
        .WithRequestExample(MediaTypes.Html, "<title>年假</title><main><h1>年假</h1><p>入职满一年者，年假十天。</p></main>")
        .WithRequestExample(MediaTypes.Pdf, "(the bytes of the file)").WithRequestExample(MediaTypes.Word, "(the bytes of the file)")
        .WithRequestExample(MediaTypes.Csv, "term,synonyms,translations,abbreviations\n提示词,提示语,prompt,\n检索增强生成,,Retrieval-Augmented Generation,RAG\n")
        .Produces<DocumentWritten>(StatusCodes.Status200OK).Produces<DocumentWritten>(StatusCodes.Status201Created)
        .WithResponseExample(200, MediaTypes.Json, Json("""{"id":"leave-policy","revision":4,"chunks":2}"""))
        .WithResponseExample(201, MediaTypes.Json, Json("""{"id":"leave-policy","revision":1,"chunks":2}"""))
        .ProducesProblem(400).WithResponseExample(400, Problem, BadRequest)
        .ProducesProblem(412).WithResponseExample(412, Problem, Mismatch)
        .ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);

    public static void DescribeGet(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("GetDocument")
        .WithSummary("Read a document")
        .WithDescription("With its revision as the ETag. Accept: text/markdown gets the file with front matter, which can be put back as it is.")
        .WithParameter(Id)
        .WithParameter(new("If-None-Match", ParameterLocation.Header, "An ETag: 304 while it still stands.", "\"3\""))
        .Produces<DocumentView>(200, MediaTypes.Json, MediaTypes.Markdown)
        .WithResponseExample(200, MediaTypes.Json, Json("""
            {"id":"leave-policy","title":"年假","url":null,"markdown":"# 年假\n\n入职满一年者，年假十天。",
             "audience":{"chats":["oc_a0553eda9014c201e6969b478895c230"],"users":[]},"tags":["人事"],"updatedAt":"2026-05-01T00:00:00+00:00","revision":3,
             "origin":"handbook","editor":"alice","writtenAt":"2026-05-01T08:00:00+00:00"}
            """))
        .WithResponseExample(200, MediaTypes.Markdown, "---\ntitle: 年假\ntags: [人事]\nupdated: 2026-05-01\naudience: tenant\n---\n# 年假\n\n入职满一年者，年假十天。\n")
        .Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);

    public static void DescribeDelete(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("DeleteDocument")
        .WithSummary("Delete a document")
        .WithDescription("No longer found when the answer arrives. Its revisions are kept: restoring one brings it back. Created again, it continues to count.")
        .WithParameter(Id).WithParameter(IfMatch)
        .Produces(204).ProducesProblem(400).ProducesProblem(404)
        .ProducesProblem(412).WithResponseExample(412, Problem, Mismatch).ProducesProblem(503);

    public static void DescribeList(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("ListDocuments")
        .WithSummary("List the documents")
        .WithDescription("In the order of their last change, without their Markdown. Follow next until it is null; start from lastChange later to see only what changed since.")
        .WithParameter(new("cursor", ParameterLocation.Query, "The next of the page before, or a lastChange.", "128"))
        .WithParameter(new("limit", ParameterLocation.Query, "1 to 200; 50 when it is missing.", 50, JsonSchemaType.Integer))
        .Produces<DocumentPage>()
        .WithResponseExample(200, MediaTypes.Json, Json("""
            {"documents":[{"id":"leave-policy","title":"年假","url":null,"audience":"tenant","tags":["人事"],"updatedAt":"2026-05-01T00:00:00+00:00",
             "revision":3,"contentHash":"5f1d7a84db00d2fce00b31a7fc73224f","origin":"handbook"}],"next":"129","lastChange":"412","defaultAudience":"tenant"}
            """))
        .ProducesProblem(400).ProducesProblem(503);

    public static void DescribeBatch(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("PutDocuments")
        .WithSummary("Create or replace many documents")
        .WithDescription("A JSON document with its id per line; a result per line, as soon as that document is searchable, in the same order. A bad line fails alone. "
            + "ifMatch and ifNoneMatch are the headers of the same names for one line. In place of markdown a line may have contentType and content: "
            + "text/html as text, application/pdf and Word (.docx) in Base64. origin names the folder or pipeline that pushes.")
        .WithRequestBody<BatchDocument>(MediaTypes.Ndjson)
        .WithRequestExample(MediaTypes.Ndjson, "{\"id\":\"leave-policy\",\"title\":\"年假\",\"markdown\":\"年假十天。\"}\n{\"id\":\"travel\",\"title\":\"差旅\",\"markdown\":\"先审批，后订票。\",\"ifMatch\":\"\\\"3\\\"\"}\n"
            + "{\"id\":\"visa\",\"contentType\":\"text/html\",\"content\":\"<h1>签证</h1><p>提前一个月。</p>\"}\n")
        .Produces<BatchResult>(200, MediaTypes.Ndjson)
        .WithResponseExample(200, MediaTypes.Ndjson, "{\"line\":1,\"id\":\"leave-policy\",\"status\":201,\"revision\":1,\"chunks\":1}\n"
            + "{\"line\":2,\"id\":\"travel\",\"status\":400,\"problem\":{\"title\":\"The request is not valid\",\"status\":400,\"errors\":{\"url\":[\"…\"]}}}\n")
        .ProducesProblem(415);

    public static void DescribeRevisions(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("ListRevisions")
        .WithSummary("List the revisions of a document")
        .WithDescription("The one that stands and the 19 before it at most, newest first; of very large documents fewer. A deleted document's are listed too.")
        .WithParameter(Id)
        .Produces<RevisionList>()
        .WithResponseExample(200, MediaTypes.Json, Json("""
            {"id":"leave-policy","currentRevision":3,"revisions":[{"revision":3,"title":"年假","editor":"alice","writtenAt":"2026-05-01T08:00:00+00:00","size":61,
             "contentHash":"5f1d7a84db00d2fce00b31a7fc73224f"}],"deletedBy":null,"deletedAt":null}
            """))
        .ProducesProblem(404).ProducesProblem(503);

    public static void DescribeRevision(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("GetRevision")
        .WithSummary("Read a revision of a document")
        .WithDescription("As the document was. Accept: text/markdown gets the file with front matter.")
        .WithParameter(Id).WithParameter(Revision)
        .Produces<DocumentView>(200, MediaTypes.Json, MediaTypes.Markdown)
        .WithResponseExample(200, MediaTypes.Json, Json("""
            {"id":"leave-policy","title":"年假","url":null,"markdown":"年假五天。","audience":"tenant","tags":[],"updatedAt":"2026-04-01T00:00:00+00:00","revision":2,
             "origin":null,"editor":"bob","writtenAt":"2026-04-01T08:00:00+00:00"}
            """))
        .WithResponseExample(200, MediaTypes.Markdown, "---\ntitle: 年假\nupdated: 2026-04-01\naudience: tenant\n---\n年假五天。\n")
        .ProducesProblem(404).ProducesProblem(503);

    public static void DescribeDiff(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("CompareRevisions")
        .WithSummary("Compare two revisions by line")
        .WithDescription("A unified diff of title, address, tags, audience and text; empty when they are the same.")
        .WithParameter(Id).WithParameter(Revision)
        .WithParameter(new("to", ParameterLocation.Query, "The newer revision; the one that stands when it is missing.", "3"))
        .Produces<string>(200, MediaTypes.Diff)
        .WithResponseExample(200, MediaTypes.Diff, "--- leave-policy@2\n+++ leave-policy@3\n@@ -2,4 +2,4 @@\n title: \"年假\"\n audience: \"tenant\"\n ---\n-年假五天。\n+年假十天。\n")
        .ProducesProblem(404).ProducesProblem(503);

    public static void DescribeRestore(this RouteHandlerBuilder route) => route.ForEditors()
        .WithName("RestoreRevision")
        .WithSummary("Bring a revision back")
        .WithDescription("Written as a new revision, searchable when the answer arrives. A deleted document is there again (201).")
        .WithParameter(Id).WithParameter(Revision).WithParameter(IfMatch)
        .Produces<DocumentWritten>(StatusCodes.Status200OK).Produces<DocumentWritten>(StatusCodes.Status201Created)
        .WithResponseExample(200, MediaTypes.Json, Json("""{"id":"leave-policy","revision":4,"chunks":2}"""))
        .WithResponseExample(201, MediaTypes.Json, Json("""{"id":"leave-policy","revision":4,"chunks":2}"""))
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(412).WithResponseExample(412, Problem, Mismatch).ProducesProblem(503);

    public static void DescribeSearch(this RouteHandlerBuilder route) => route
        .WithTags(Tag).WithMetadata(new NeedsEditorKey(Optional: true))
        .WithName("Search")
        .WithSummary("Search the knowledge base")
        .WithDescription("Passages, best first, and how likely they answer the question: confidence is that probability, and band says what it is good enough for: "
            + "answer, warn (the passages may not answer it, or only in part) or decline. answerable is false for decline only. Passages that say the same in several documents or versions are one hit, the newest, "
            + "with the others as its duplicates. Without a key: what everyone may read; with an editor's key: everything.")
        .WithParameter(new("q", ParameterLocation.Query, "A question or words, 1 to 2000 characters.", "年假有几天？"))
        .WithParameter(new("k", ParameterLocation.Query, "How many passages, 1 to 50; 10 when it is missing.", 10, JsonSchemaType.Integer))
        .WithParameter(new("explain", ParameterLocation.Query, "true adds how the result came about: the terms looked up, each hit's score by fields and its ranks, "
            + "and what the confidence is made of. How many documents hold a term, and what follows from it, is told only to an editor's key: it is counted "
            + "over all documents, also those that the asker may not read.", false, JsonSchemaType.Boolean))
        .Produces<SearchResponse>()
        .WithResponseExample(200, MediaTypes.Json, Json("""
            {"hits":[{"documentId":"leave-policy","title":"年假","headings":["假期","年假"],"text":"入职满一年者，年假十天。","url":"https://example.feishu.cn/wiki/abc",
             "score":12.5,"updatedAt":"2026-05-01T00:00:00+00:00"}],"confidence":0.93,"band":"answer","answerable":true}
            """))
        .ProducesProblem(400).ProducesProblem(401).ProducesProblem(503);

    private static RouteHandlerBuilder ForEditors(this RouteHandlerBuilder route) =>
        route.WithTags(Tag).WithMetadata(new NeedsEditorKey()).ProducesProblem(401).ProducesProblem(403);

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;
}
