namespace Wenlu.BotHost.Tests.Site;

/// <summary>What people write who want a reader's browser to do something.</summary>
internal static class HostileMarkdown
{
    /// <summary>Links, pictures and addresses in Markdown's own spelling.</summary>
    public static readonly string[] Addresses =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "&#x6A;&#x61;vascript:alert(1)",
        "java\tscript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "\u0001javascript:alert(1)", " javascript:alert(1)",
        "javascript\\:alert(1)", "%6Aavascript:alert(1)", "javascript%3Aalert(1)", "javascript://%0aalert(1)", "javascript:/*--></title></style></textarea>*/alert(1)",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg/onload=alert(1)>", "DATA:text/html,x", "vbscript:msgbox(1)",
        "livescript:x", "mocha:x", "file:///etc/passwd", "blob:https://example.com/1", "filesystem:https://example.com/1", "about:blank", "feed:javascript:alert(1)",
        "view-source:javascript:alert(1)", "jar:https://example.com!/x", "intent://x#Intent;end", "lark://applink", "tel:+1", "//evil.example/x", "\\\\evil.example\\x",
        "/\\evil.example/x", "https:javascript:alert(1)", "https://example.com/\"onmouseover=\"alert(1)", "https://example.com/'onmouseover='alert(1)",
        "https://example.com/><script>alert(1)</script>", "https://example.com/`onload=alert(1)`", "#\"><img src=x onerror=alert(1)>",
    ];

    /// <summary>Tags, and what is no tag yet.</summary>
    public static readonly string[] Tags =
    [
        "<script>alert(1)</script>", "<ScRiPt src=//evil.example/x.js></ScRiPt>", "<script/x>alert(1)</script\n>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>", "<img src=`x`onerror=alert(1)>", "<img src=x:x onerror\n=alert(1)//", "<IMG SRC=\"jav&#x09;ascript:alert(1);\">",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text x=0 y=20>x</text></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /></svg>", "<svg><use href=\"data:image/svg+xml,<svg id=x/>#x\"></svg>", "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">", "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script></annotation-xml></math>",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">", "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">", "<title><a title=\"</title><svg/onload=alert(1)>\">",
        "<template><script>alert(1)</script></template>", "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>", "<base href=javascript:alert(1)//>", "<meta http-equiv=refresh content=0;url=javascript:alert(1)>", "<link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import '//evil.example/x.css';</style>", "<p style=background:url(javascript:alert(1))>x</p>", "<div style=position:fixed;inset:0>x</div>", "<form action=javascript:alert(1)><button>x</button></form>",
        "<button formaction=javascript:alert(1)>x</button>", "<input onfocus=alert(1) autofocus>", "<input type=image src=x onerror=alert(1)>", "<details open ontoggle=alert(1)>x</details>", "<body onload=alert(1)>",
        "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)></audio>", "<marquee onstart=alert(1)>x</marquee>", "<a href=javascript:alert(1)>x</a>", "<a href=\"&#x6a;avascript:alert(1)\">x</a>",
        "<a id=content name=body href=x ping=//evil.example>x</a>", "<h2 id=ask>x</h2>", "<p class=\"hidden citation\">x</p>", "<!--><img src=x onerror=alert(1)>-->", "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=\"javascript:alert(1)\"?>", "</p><script>alert(1)</script><p>", "</div></main></body><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\u0000<script>alert(1)</script>", "<\u0000script>alert(1)</script>", "＜script＞alert(1)＜/script＞", "<x onclick=alert(1)>x</x>", "<custom-element is=x onclick=alert(1)>x</custom-element>",
    ];

    public static IEnumerable<string> All =>
    [
        .. Addresses.SelectMany(Around), .. Tags.SelectMany(Within),
        "`<script>alert(1)</script>`", "```\"onload=alert(1)\n</code></pre><script>alert(1)</script>\n```", "```html \"><script>alert(1)</script>\n<img src=x onerror=alert(1)>\n```", "~~~x' onclick='alert(1)\nx\n~~~",
        "## 标题 {#\"onclick=alert(1)}", "## x {#x .y onclick=alert(1)}", "[x](https://example.com \"t\\\" onmouseover=\\\"alert(1)\")", "[x](https://example.com 'a\"onmouseover=alert(1) x=\"')",
        "![x\"onerror=alert(1)](https://example.com/a.png)", "![](https://example.com/a.png \"x\"onerror=\"alert(1)\")", "[1]: javascript:alert(1)\n\n[1]", "[x][y]\n\n[y]: data:text/html,x",
        "[![x](javascript:alert(1))](javascript:alert(2))", "[<script>alert(1)</script>](https://example.com)", "|a|b|\n|-|-|\n|<script>alert(1)</script>|[x](javascript:alert(1))|", "- [x] <img src=x onerror=alert(1)>",
        "1\\. <svg/onload=alert(1)>", "> <script>alert(1)</script>", "[title \"><img src=x onerror=alert(1)>](https://example.com)[1]", "[1](javascript:alert(1))", "[1]<script>alert(1)</script>[1]", "[x](https://example.com \"> [1] <\")",
    ];

    private static IEnumerable<string> Around(string address) =>
        [$"[点我]({address})", $"[点我](<{address}>)", $"![图]({address})", $"<{address}>", address, $"[点我]({address} \"标题\")", $"[点我][a]\n\n[a]: <{address}>"];

    private static IEnumerable<string> Within(string tag) => [tag, $"话 {tag} 话。[1]", $"- {tag}", $"## {tag}", $"[{tag}](https://example.com)", $"**{tag}**\n\n{tag}", $"    {tag}"];
}
