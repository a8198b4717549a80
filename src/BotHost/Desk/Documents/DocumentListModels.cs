namespace Wenlu.BotHost.Desk.Documents;

/// <summary>A document in the list.</summary>
public sealed record DocumentRow(string Id, string Title, IReadOnlyList<string> Tags, Bilingual Audience, Bilingual Origin)
{
    public string Editor { get; init; } = string.Empty;

    public DateTimeOffset ChangedAt { get; init; }

    public long? Size { get; init; }

    public bool IsStale { get; init; }

    /// <summary>What of its text was found.</summary>
    public string? Passage { get; init; }
}

/// <summary>Something that can be chosen to see less of the list, and how many there are.</summary>
public sealed record Choice(string Value, Bilingual Name, int Count);

/// <param name="All">How many there are without any filter.</param>
public sealed record DocumentsModel(IReadOnlyList<DocumentRow> Rows, DocumentFilter Filter, int Found, int All, int Page, int Pages)
{
    public IReadOnlyList<Choice> Tags { get; init; } = [];

    public IReadOnlyList<Choice> Origins { get; init; } = [];

    /// <summary>Whether documents can be out of date: a setting says from which age on.</summary>
    public bool HasStale { get; init; }

    public bool IsHybrid { get; init; }

    public Bilingual? Notice { get; init; }
}
