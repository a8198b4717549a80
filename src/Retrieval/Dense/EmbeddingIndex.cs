using System.Threading.Channels;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.AI;

namespace Wenlu.Retrieval.Dense;

/// <summary>
/// The vectors of an index's passages, kept in one folder by one process, and their embedding in the background. Derived data
/// like the index, but dear: a text is sent to the model once, whatever happens to the documents it stands in.
/// Handed to <see cref="Indexing.DocumentIndex.Open"/>; the caller runs <see cref="RunAsync"/> beside it and disposes of it afterwards.
/// </summary>
public sealed class EmbeddingIndex : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    // Refused texts are tried again and unused vectors dropped even when nobody writes.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private readonly VectorFolder folder;
    private readonly EmbeddingWorker worker;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile SearcherManager? index;

    /// <summary>Names a folder and a model; nothing is opened or sent before <see cref="RunAsync"/> or <see cref="CatchUpAsync"/>.</summary>
    /// <param name="folder">A folder of the vectors' own; created when missing. It may outlive the index.</param>
    /// <param name="options">Which model, and how hard it may be worked.</param>
    /// <param name="generators">
    /// A generator for a model's name, called before every request; it is the caller's to keep and dispose of. Retries within a
    /// request, with what a service says about when, belong into it. After a change of <see cref="EmbeddingOptions.Model"/> the old
    /// model is asked for as well, until the new one has caught up; when it cannot be had, the factory or the generator throws.
    /// </param>
    /// <param name="time">For pauses, deadlines and the pace of requests.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public EmbeddingIndex(
        string folder, EmbeddingOptions options, Func<string, IEmbeddingGenerator<string, Embedding<float>>> generators, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(generators);
        options.Validate();
        this.time = time ?? TimeProvider.System;
        this.folder = new VectorFolder(folder, options.Space);
        var calls = new EmbeddingCalls(generators);
        worker = new EmbeddingWorker(this.folder, new PassageEmbedder(calls, options, this.time), options, this.time);
        Dense = new DenseSide(this.folder, calls, options, this.time);
    }

    /// <summary>As of the last round of the work.</summary>
    public EmbeddingProgress Progress => worker.Progress;

    /// <summary>What a search uses.</summary>
    internal DenseSide Dense { get; }

    /// <summary>
    /// Embeds what lacks a vector, again after every change of the index, until cancelled; then it returns. Failures are told by
    /// <see cref="Progress"/> and tried again after pauses of a second to five minutes.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var pause = ShortestPause;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(cancellationToken);
                pause = ShortestPause;
                await WaitForChangeAsync(cancellationToken);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                worker.Failed(exception);
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>Embeds what lacks a vector now and returns; at once when no index was opened with this.</summary>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    /// <exception cref="Exception">Whatever the generator throws; what was embedded before stays.</exception>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            // Files and codes are read on this call's time; the caller may be one that starts a service.
            if (index is { } current)
                await Task.Run(() => worker.CatchUpAsync(current, cancellationToken), cancellationToken);
        }
        catch (ObjectDisposedException) when (index is null)
        {
            // It was closed in the middle; there is nothing left to embed.
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Closes the files. End <see cref="RunAsync"/> before; searches under way go on without vectors.</summary>
    public void Dispose()
    {
        folder.Dispose();
        oneAtATime.Dispose();
    }

    /// <summary>Says which index's passages are meant; a later one takes its place.</summary>
    internal void Attach(SearcherManager searchers)
    {
        index = searchers;
        Changed();
    }

    /// <summary>Says that an index is being closed.</summary>
    internal void Detach(SearcherManager searchers) => Interlocked.CompareExchange(ref index, null, searchers);

    /// <summary>Says that the index may have new passages.</summary>
    internal void Changed() => changes.Writer.TryWrite(true);

    /// <summary>Looks a new reader's passages up before anybody searches it.</summary>
    internal void Warm(IndexReader reader) => folder.Serving?.Prepare(reader);

    private async Task WaitForChangeAsync(CancellationToken cancellationToken)
    {
        using var rest = new CancellationTokenSource(LongestRest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(rest.Token, cancellationToken);
        try
        {
            await changes.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Rested long enough.
        }
    }
}
