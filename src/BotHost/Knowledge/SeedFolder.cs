using System.Text;
using Wenlu.Retrieval.Understanding;

namespace Wenlu.BotHost.Knowledge;

/// <summary>
/// Reads a folder of seeds: articles, and under <c>questions</c> questions with their answers. Anything odd stops the reading
/// with file and line.
/// </summary>
internal static class SeedFolder
{
    private const string Questions = "questions";

    public static IReadOnlyList<KnowledgeDocument> Read(string folder)
    {
        var seeds = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is not "README.md")
            .Order(StringComparer.Ordinal)
            .Select(path => new SeedFile(path, Path.GetRelativePath(folder, path)))
            .ToList();
        var (questions, articles) = (seeds.Where(IsQuestion).ToList(), seeds.Where(seed => !IsQuestion(seed)).ToList());
        RefuseTwins(articles);
        RefuseTwins(questions);
        var ids = articles.Select(article => article.Id).ToHashSet();
        return [.. ReadGlossary(folder), .. articles.Select(ReadArticle), .. questions.Select(question => ReadQuestion(question, ids))];
    }

    /// <summary>One or none. Unlike an editor's, it is ours, and every line of it has to be right.</summary>
    private static IEnumerable<KnowledgeDocument> ReadGlossary(string folder)
    {
        var path = Path.Combine(folder, GlossaryDocument.Id);
        if (!File.Exists(path))
            yield break;
        var seed = new SeedFile(path, GlossaryDocument.Id);
        var submission = GlossaryDocument.ReadCsv(File.ReadAllBytes(path), Audience.Everyone);
        if (submission is not Submission.Accepted { Document: var document })
            throw seed.Refuse((int)(((Submission.Refused)submission).Problem.Line ?? 1), ((Submission.Refused)submission).Problem.Detail);
        if (Glossary.Parse(document.Markdown).Problems is [var problem, ..])
            throw seed.Refuse(problem.Line, GlossaryTexts.Of(problem));
        yield return document;
    }

    private static bool IsQuestion(SeedFile seed) => seed.RelativePath.StartsWith(Questions + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void RefuseTwins(List<SeedFile> seeds)
    {
        foreach (var twins in seeds.GroupBy(seed => seed.Id).Where(same => same.Count() > 1))
            throw twins.Last().Refuse(1, SeedTexts.Twin(twins.First().RelativePath));
    }

    private static KnowledgeDocument ReadArticle(SeedFile seed)
    {
        var text = seed.Open();
        var errors = new FieldErrors();
        var fields = new DocumentFields(text.Fields, errors);
        fields.RefuseUnknown("title", "url", "updated", "tags");
        var article = new KnowledgeDocument(seed.Id, fields.Line("title", required: true) ?? "", text.Markdown, Audience.Everyone)
        {
            Url = fields.Url("url"),
            Tags = fields.Tags("tags"),
            UpdatedAt = fields.Date("updated", required: true),
        };
        return seed.Approve(article, text, errors);
    }

    private static KnowledgeDocument ReadQuestion(SeedFile seed, HashSet<string> articles)
    {
        var text = seed.Open();
        var errors = new FieldErrors();
        var fields = new DocumentFields(text.Fields, errors);
        fields.RefuseUnknown("question", "answered", "tags", "sources");
        var sources = fields.List("sources", SourceNames.IsSource, SourceNames.Most, FieldTexts.NotSources);
        foreach (var missing in sources.Select(SourceNames.IdOf).Where(id => !articles.Contains(id)))
            errors.Add("sources", FieldTexts.NoSuchArticle(missing));
        SourceNames.CheckCitations(text.Markdown, sources, errors);
        var question = new KnowledgeDocument(seed.Id, fields.Line("question", required: true) ?? "", text.Markdown, Audience.Everyone)
        {
            Kind = Kinds.Question,
            Url = "/questions/" + seed.Id,
            Tags = fields.Tags("tags"),
            UpdatedAt = fields.Date("answered", required: true),
            Sources = sources,
        };
        return seed.Approve(question, text, errors);
    }
}

/// <summary>One file of the folder, and the errors that name it.</summary>
internal sealed record SeedFile(string Path, string RelativePath)
{
    public string Id { get; } = System.IO.Path.GetFileNameWithoutExtension(Path);

    public FrontMatter Open()
    {
        if (!DocumentId.IsValid(Id))
            throw Refuse(1, SeedTexts.Name);
        try
        {
            return FrontMatter.Split(File.ReadAllText(Path, new UTF8Encoding(false, throwOnInvalidBytes: true)));
        }
        catch (FrontMatterException exception)
        {
            throw Refuse(exception.Line, exception.Sentence);
        }
        catch (DecoderFallbackException)
        {
            throw Refuse(1, SeedTexts.NotUtf8);
        }
    }

    public KnowledgeDocument Approve(KnowledgeDocument document, FrontMatter text, FieldErrors errors)
    {
        if (document.Markdown.AsSpan().Trim().IsEmpty)
            errors.Add("text", FieldTexts.Blank);
        if (errors.Fields.FirstOrDefault() is not { } field)
            return document;
        var (chinese, english) = (errors.In(Language.Chinese), errors.In(Language.English));
        throw Refuse(text.Lines.GetValueOrDefault(field, 1), new($"{field}：{chinese[field][0]}", $"{field}: {english[field][0]}"));
    }

    public StartupException Refuse(int line, Bilingual sentence) => new(SeedTexts.Bad(Path, line, sentence));
}
