using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Wenlu.BotHost.Site.Pictures;

namespace Wenlu.BotHost.Site;

internal static class SiteRegistration
{
    /// <summary>
    /// Everything a page needs comes from this site, but pictures in documents. An answer never holds one, and neither pages nor
    /// scripts set styles, so that a text that slips through every other net does nothing.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' https:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly PathString[] ForPrograms = ["/api", "/feishu", "/health", "/metrics", "/openapi"];

    public static void AddSite(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptionsWithValidateOnStart<SiteOptions, ValidateSiteOptions>().BindConfiguration(SiteOptions.Section);
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<HtmlRenderer>();
        // Chinese stays as it is, which is a third of the bytes; what HTML could misread is still escaped.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton<Visitors>().AddSingleton<PublicPages>().AddSingleton<QuestionSearch>().AddSingleton<RelatedFound>().AddSingleton<DocumentChunks>().AddSingleton<SiteAssets>();
        builder.Services.AddSingleton(PictureFonts.OfThisMachine()).AddSingleton<SharePictures>();
        builder.Services.AddSingleton<SiteLimits>();
        // No page has a secret to keep between two starts.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        // Pages hold no secret beside what a visitor typed, so that their length tells nothing; a stream of events is not among
        // the types that are compressed, since it would wait for a full block.
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    /// <summary>Before every route: what browsers must know of every answer, and the files of the pages.</summary>
    public static void UseSite(this IApplicationBuilder app)
    {
        app.Use(AddHeadersAsync);
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = LetCache });
        app.Use(ShowMissingAsync);
    }

    private static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        // The address of a page holds the question.
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }

    /// <summary>Not a route, or a known route would answer a wrong method with "not found"; programs get the bare status.</summary>
    private static async Task ShowMissingAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is null && !ForPrograms.Any(path => context.Request.Path.StartsWithSegments(path)))
            await (await SiteEndpoints.MissingAsync(context.Request)).ExecuteAsync(context);
        else
            await next(context);
    }

    /// <summary>An address with a version never changes what it means; any other is asked for again each time.</summary>
    private static void LetCache(StaticFileResponseContext file) => file.Context.Response.Headers.CacheControl =
        file.Context.Request.Query.ContainsKey(SiteAssets.Version) ? "public, max-age=31536000, immutable" : "no-cache";
}
