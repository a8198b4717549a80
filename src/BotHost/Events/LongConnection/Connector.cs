using System.Net.WebSockets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Wenlu.BotHost.Feishu;

namespace Wenlu.BotHost.Events.LongConnection;

/// <summary>Asks for an address and connects to it. Whatever goes wrong is an outcome; only being stopped is not.</summary>
internal sealed class Connector(IEndpointApi api, IOptions<FeishuOptions> options)
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public async Task<ConnectOutcome> ConnectAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            return await DiscoverAsync(settings, cancellationToken) is { } address
                ? await OpenAsync(address, cancellationToken)
                : new ConnectOutcome.Failed("the platform named no address");
        }
        catch (FeishuApiException exception)
        {
            return ConnectionCodes.OfDiscovery(exception.Code, exception.Status, exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ConnectOutcome.Failed(exception.Message);
        }
    }

    private async Task<ConnectionAddress?> DiscoverAsync(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        var response = await api.DiscoverAsync(new EndpointRequest(options.Value.AppId, options.Value.AppSecret), cancellationToken);
        if (!Uri.TryCreate(response.Data?.Url, UriKind.Absolute, out var url) || url.Scheme is not ("ws" or "wss"))
            return null;
        var query = QueryHelpers.ParseQuery(url.Query);
        _ = int.TryParse(query.GetValueOrDefault("service_id"), out var service);
        return new ConnectionAddress(url, query.GetValueOrDefault("device_id").ToString(), service, settings.With(response.Data!.ClientConfig));
    }

    private static async Task<ConnectOutcome> OpenAsync(ConnectionAddress address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Timeout);
        try
        {
            await socket.ConnectAsync(address.Url, deadline.Token);
            // They are needed after a refusal only, and would be kept as long as the connection.
            socket.HttpResponseHeaders = null;
            return new ConnectOutcome.Opened(socket, address);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            using (socket)
                return ConnectionCodes.OfHandshake(name => Header(socket, name), exception.Message);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string? Header(ClientWebSocket socket, string name) =>
        socket.HttpResponseHeaders?.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}
