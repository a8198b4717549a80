namespace Wenlu.BotHost.Desk.Writing;

/// <summary>A document that an answer may rest on.</summary>
/// <param name="Url">Null for one that is read nowhere.</param>
public sealed record NearLink(string DocumentId, string Title, string? Url);
