using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.WebEncoders;

namespace Wenlu.BotHost.Site;

internal static class SiteRegistration
{
    public static void AddSite(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<HtmlRenderer>();
        builder.Services.AddSingleton<Visitors>().AddSingleton<PublicPages>();
        // Chinese as itself, not as numbers.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // No page has a secret to keep between two starts.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }
}
