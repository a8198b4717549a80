using System.Text.Json.Nodes;

namespace Wenlu.StandIns.Feishu.Wiki;

/// <summary>
/// The tenant's wiki and documents: what people do to them, and what the app's calls are told. Times have whole seconds, pages are
/// short or empty, and places of other documents are refused as the platform refuses them.
/// </summary>
public sealed partial class WikiDesk(FeishuPlatformOptions options, Action<Action> change)
{
    private readonly List<WikiSpace> spaces = [];
    private readonly Dictionary<string, WikiDocument> documents = [];
    private readonly Dictionary<string, WikiNode> nodes = [];
    private readonly Dictionary<string, JsonArray> sheets = [];
    private readonly Dictionary<string, string> people = [];
    private readonly HashSet<string> subscriptions = [];
    private int counter;

    /// <summary>At most so many on a page of nodes; the platform never gives more than asked for, and may give fewer.</summary>
    public int NodesPerPage { get; set; } = 50;

    public int BlocksPerPage { get; set; } = 500;

    public string Host { get; set; } = "https://example.feishu.cn";

    /// <summary>Documents whose events the app receives.</summary>
    public IReadOnlyCollection<string> Subscriptions => Get(() => subscriptions.ToList());

    public WikiSpace AddSpace(string name, bool isPublic = true)
    {
        WikiSpace? space = null;
        Do(() => spaces.Add(space = new WikiSpace($"70000000000000{++counter:D5}", name) { IsPublic = isPublic }));
        return space!;
    }

    /// <summary>A page; lines as <see cref="ADocument"/> reads them.</summary>
    public WikiDocument AddPage(WikiSpace space, string title, string lines, WikiDocument? under = null) =>
        AddPage(space, title, token => ADocument.Of(token, title, lines), under);

    public WikiDocument AddPage(WikiSpace space, GeneratedDocument generated, WikiDocument? under = null) =>
        Place(space, Keep(new WikiDocument(generated.DocumentId, "docx", generated.Title) { Blocks = (JsonArray)generated.Items.DeepClone() }), under);

    /// <summary>Something else than a document: a sheet, a file …</summary>
    public WikiDocument AddOther(WikiSpace space, string type, string title) =>
        Place(space, Keep(new WikiDocument(NextToken("Obj"), type, title)), null);

    /// <summary>A document outside of every wiki.</summary>
    public WikiDocument AddDocument(string title, string lines)
    {
        var token = NextToken("Doc");
        return Keep(new WikiDocument(token, "docx", title) { Blocks = ADocument.Of(token, title, lines) });
    }

    public WikiNode AddShortcut(WikiSpace space, WikiDocument document, WikiDocument? under = null)
    {
        WikiNode? node = null;
        Do(() => Add(node = new WikiNode(NextToken("Wik"), space, document) { Original = document.Node, Parent = under?.Node }));
        return node!;
    }

    public void AddSheet(string token, JsonArray rows) => Do(() => sheets[token] = rows);

    public void AddPerson(string openId, string name) => Do(() => people[openId] = name);

    /// <summary>Somebody writes: a new revision, and the time of it.</summary>
    public void Edit(WikiDocument document, string lines) => Edit(document, ADocument.Of(document.Token, document.Title, lines));

    public void Edit(WikiDocument document, JsonArray blocks) => Do(() =>
    {
        document.Blocks = (JsonArray)blocks.DeepClone();
        Touch(document);
    });

    public void Rename(WikiDocument document, string title) => Do(() =>
    {
        document.Title = title;
        document.Blocks[0]!["page"]!["elements"]![0]!["text_run"]!["content"] = title;
        Touch(document);
    });

    /// <summary>Neither its text nor the time of its last edit changes.</summary>
    public void Move(WikiDocument document, WikiDocument? under) => Do(() => document.Node!.Parent = under?.Node);

    /// <summary>Taken out of the wiki; the document itself is still there.</summary>
    public void TakeOut(WikiDocument document) => Do(() => Remove(document));

    public void Trash(WikiDocument document) => Do(() =>
    {
        Remove(document);
        document.IsDeleted = true;
    });

    /// <summary>Anything else, in one step.</summary>
    public void Change(Action action) => Do(action);

    private WikiDocument AddPage(WikiSpace space, string title, Func<string, JsonArray> blocks, WikiDocument? under)
    {
        var token = NextToken("Doc");
        return Place(space, Keep(new WikiDocument(token, "docx", title) { Blocks = blocks(token) }), under);
    }

    private WikiDocument Keep(WikiDocument document)
    {
        Do(() =>
        {
            documents[document.Token] = document;
            // Made a while ago: what was edited just now is another matter.
            document.EditedAt = options.Time.GetUtcNow() - TimeSpan.FromDays(1);
        });
        return document;
    }

    private WikiDocument Place(WikiSpace space, WikiDocument document, WikiDocument? under)
    {
        Do(() => Add(document.Node = new WikiNode(NextToken("Wik"), space, document) { Parent = under?.Node }));
        return document;
    }

    private void Add(WikiNode node)
    {
        node.Space.Nodes.Add(node);
        nodes[node.Token] = node;
    }

    private void Remove(WikiDocument document)
    {
        foreach (var node in nodes.Values.Where(node => node.Document == document).ToList())
        {
            node.Space.Nodes.Remove(node);
            nodes.Remove(node.Token);
        }
    }

    private void Touch(WikiDocument document)
    {
        document.Revision++;
        document.EditedAt = options.Time.GetUtcNow();
    }

    private string NextToken(string kind) => $"{kind}Token{Interlocked.Increment(ref counter):D18}";

    private void Do(Action action) => change(action);

    private T Get<T>(Func<T> read)
    {
        T? value = default;
        Do(() => value = read());
        return value!;
    }
}
