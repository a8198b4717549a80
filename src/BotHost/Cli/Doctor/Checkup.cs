using Microsoft.Extensions.Options;

namespace Wenlu.BotHost.Cli.Doctor;

/// <summary>Runs the checks side by side, each within its time. Whatever becomes of one, it has a line in the report.</summary>
internal static class Checkup
{
    public static async Task<IReadOnlyList<Finding>> RunAsync(IEnumerable<ICheck> checks, TimeSpan atMost, CancellationToken cancellationToken) =>
        [.. (await Task.WhenAll([.. checks.Select(check => RunAsync(check, atMost, cancellationToken))])).SelectMany(findings => findings)];

    private static async Task<IReadOnlyList<Finding>> RunAsync(ICheck check, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(atMost);
        try
        {
            // Beside the others, though connecting to a store holds its thread.
            return await Task.Run(() => check.RunAsync(deadline.Token), deadline.Token).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Finding.Failed(check.Subject, DoctorTexts.TooLate(atMost), DoctorTexts.TryAgain)];
        }
        catch (Exception exception) when (IsOfSettings(exception))
        {
            return [Finding.Note(check.Subject, DoctorTexts.NotChecked)];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // By its type: a message of somebody else's may repeat what is secret.
            return [Finding.Failed(check.Subject, DoctorTexts.Broke(exception.GetType().Name), DoctorTexts.TryAgain)];
        }
    }

    /// <summary>The line about the settings has told it already.</summary>
    private static bool IsOfSettings(Exception exception) =>
        exception is OptionsValidationException or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" };
}
