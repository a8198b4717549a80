using Wenlu.BotHost.Audit;

namespace Wenlu.BotHost.Desk;

/// <param name="IsPlain">The address is such that no browser would keep the session.</param>
public sealed record SignInModel(bool IsByFeishu, bool IsByKey, string Back, Bilingual? Complaint, bool IsPlain);

public sealed record AuditModel(IReadOnlyList<AuditEntry> Entries, int Page, int Pages);

public sealed record SessionsModel(IReadOnlyList<DeskSession> Sessions, Bilingual? Notice);
