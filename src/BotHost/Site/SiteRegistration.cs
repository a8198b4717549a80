using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Wenlu.BotHost.Site;

internal static class SiteRegistration
{
    public static void AddSite(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddScoped<HtmlRenderer>();
        builder.Services.AddSingleton<Visitors>().AddSingleton<PublicPages>();
        // No page has a secret to keep between two starts.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }
}
