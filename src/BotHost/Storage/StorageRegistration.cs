using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Wenlu.BotHost.Storage;

/// <summary>One multiplexer for everyone, to a Redis server or to the embedded store.</summary>
internal static class StorageRegistration
{
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<StorageOptions, ValidateStorageOptions>()
            .BindConfiguration(StorageOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
                options.ConnectionString = configuration.GetConnectionString(StorageOptions.ConnectionStringName) ?? "");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => DataFolder.Open(provider.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddSingleton<TransactionGate>().AddSingleton<StoreScripts>();
        services.AddSingleton(OpenEmbedded);
        services.AddSingleton(Connect);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DiskSpace>(provider));
        services.AddSingleton<StoreHealth>();
        services.AddHostedService<EmbeddedStoreUpkeep>();
    }

    private static EmbeddedStore OpenEmbedded(IServiceProvider services)
    {
        services.GetRequiredService<DiskSpace>().EnsureEnoughToStart();
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        return EmbeddedStore.Open(
            services.GetRequiredService<DataFolder>(), services.GetRequiredService<TransactionGate>(), options.RecoveryTimeout);
    }

    /// <summary>
    /// The folder is taken with a Redis server too: the local index is in it. Disposal is in reverse, so the store closes last.
    /// </summary>
    private static IConnectionMultiplexer Connect(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        services.GetRequiredService<DataFolder>();
        return options.IsEmbedded
            ? StoreConnection.ToSocket(services.GetRequiredService<EmbeddedStore>().Socket)
            : ServerCheck.Approve(
                StoreConnection.ToServer(options.ConnectionString), services.GetRequiredService<ILogger<IConnectionMultiplexer>>());
    }
}
