namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>How bad it is; only what failed makes a service unfit.</summary>
internal enum Severity
{
    Ok,
    Note,
    Warning,
    Failed,
}

/// <summary>What is looked at.</summary>
/// <param name="Id">For machines; stays as it is.</param>
internal sealed record Subject(string Id, Bilingual Name);

/// <summary>One line of the report: what was seen, and what to do about it.</summary>
internal sealed record Finding(Severity Severity, Subject Subject, Bilingual Seen, Bilingual? Remedy)
{
    public static Finding Ok(Subject subject, Bilingual seen) => new(Severity.Ok, subject, seen, null);

    public static Finding Note(Subject subject, Bilingual seen, Bilingual? remedy = null) => new(Severity.Note, subject, seen, remedy);

    public static Finding Warning(Subject subject, Bilingual seen, Bilingual remedy) => new(Severity.Warning, subject, seen, remedy);

    public static Finding Failed(Subject subject, Bilingual seen, Bilingual remedy) => new(Severity.Failed, subject, seen, remedy);
}
