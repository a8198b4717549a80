using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Wenlu.StandIns.Feishu;

namespace Wenlu.Benchmarks.Children;

/// <summary>The same endpoint in ASP.NET doing nothing: it reads the body and answers. What we cost is the difference to it.</summary>
internal static class ReferenceServer
{
    public const string Verb = "reference-server";

    private static readonly byte[] Answer = "{}"u8.ToArray();

    public static async Task<int> RunAsync(string port)
    {
        var builder = WebApplication.CreateBuilder([$"--Urls=http://127.0.0.1:{port}"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapPost(FeishuDelivery.EventsPath, async (HttpRequest request) =>
        {
            await request.Body.CopyToAsync(Stream.Null);
            return TypedResults.Bytes(Answer, "application/json");
        });
        await app.RunAsync();
        return 0;
    }
}
