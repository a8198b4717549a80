namespace Wenlu.BotHost.Wiki.Docx;

/// <summary>The platform's numbers of code languages as the names that highlighters know.</summary>
internal static class CodeLanguages
{
    private static readonly string[] Names =
    [
        "", "", "abap", "ada", "apache", "apex", "asm", "bash", "csharp", "cpp", "c", "cobol", "css", "coffeescript", "d", "dart",
        "delphi", "django", "dockerfile", "erlang", "fortran", "foxpro", "go", "groovy", "html", "htmlbars", "http", "haskell", "json",
        "java", "javascript", "julia", "kotlin", "latex", "lisp", "logo", "lua", "matlab", "makefile", "markdown", "nginx",
        "objectivec", "openedge", "php", "perl", "postscript", "powershell", "prolog", "protobuf", "python", "r", "rpg", "ruby",
        "rust", "sas", "scss", "sql", "scala", "scheme", "scratch", "shell", "swift", "thrift", "typescript", "vbscript", "vb", "xml",
        "yaml", "cmake", "diff", "gherkin", "graphql", "glsl", "properties", "solidity", "toml",
    ];

    /// <summary>Empty for plain text and for numbers that are not known yet.</summary>
    public static string Of(int number) => number >= 0 && number < Names.Length ? Names[number] : "";
}
