namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>Looks at one thing and changes nothing.</summary>
internal interface ICheck
{
    Subject Subject { get; }

    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
