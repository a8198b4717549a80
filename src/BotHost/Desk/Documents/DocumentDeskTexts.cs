namespace Wenlu.BotHost.Desk.Documents;

internal static class DocumentDeskTexts
{
    // The list
    public static readonly Bilingual Documents = new("文档", "Documents");
    public static readonly Bilingual Answers = new("官方回答", "Official answers");
    public static readonly Bilingual Kinds = new("文档与官方回答", "Documents and official answers");
    public static readonly Bilingual NewDocument = new("新建文档", "New document");
    public static readonly Bilingual NewAnswer = new("新建官方回答", "New official answer");
    public static readonly Bilingual Upload = new("上传文件", "Upload files");
    public static readonly Bilingual SearchLabel = new("搜索标题、编号和正文", "Search titles, ids and texts");
    public static readonly Bilingual Search = new("搜索", "Search");

    public static readonly Bilingual SearchedByWords = new(
        "先列标题或编号相符的，再列正文相符的（按词语检索，最好的 {0} 段）。",
        "Those named so come first, then those whose text says so (searched by words, the best {0} passages).");

    public static readonly Bilingual SearchedHybrid = new(
        "先列标题或编号相符的，再列正文相符的（按词语和语义检索，最好的 {0} 段）。",
        "Those named so come first, then those whose text says so (searched by words and meaning, the best {0} passages).");

    public static readonly Bilingual Narrow = new("筛选", "Filter");
    public static readonly Bilingual Any = new("全部", "All");
    public static readonly Bilingual Tag = new("标签", "Tag");
    public static readonly Bilingual From = new("来源", "From");
    public static readonly Bilingual SortBy = new("排序", "Sort by");
    public static readonly Bilingual ByChange = new("最近修改", "changed last");
    public static readonly Bilingual ByRelevance = new("最相关", "best match");
    public static readonly Bilingual ByAge = new("最久未更新", "longest unchanged");
    public static readonly Bilingual ByTitle = new("标题", "title");
    public static readonly Bilingual BySize = new("大小", "size");
    public static readonly Bilingual OnlyStale = new("只看可能过时的", "only those that may be out of date");
    public static readonly Bilingual Stale = new("可能过时", "may be out of date");
    public static readonly Bilingual Clear = new("清除筛选", "Clear");
    public static readonly Bilingual CountOf = new("{0} 篇，共 {1} 篇", "{0} of {1} documents");
    public static readonly Bilingual Count = new("共 {0} 篇", "{0} documents");
    public static readonly Bilingual NoneYet = new("知识库里还没有文档。写一篇，或者上传现成的文件。", "There are no documents yet. Write one, or upload files you have.");
    public static readonly Bilingual NoneFound = new("没有符合条件的文档。换个说法，或者清除筛选。", "No document is like that. Try other words, or clear the filters.");

    // Facts
    public static readonly Bilingual Id = new("编号", "Id");
    public static readonly Bilingual Title = new("标题", "Title");
    public static readonly Bilingual Readers = new("谁能看到", "Readers");
    public static readonly Bilingual Address = new("原文地址", "Address of the original");
    public static readonly Bilingual Tags = new("标签", "Tags");
    public static readonly Bilingual Status = new("状态", "Status");
    public static readonly Bilingual Searchable = new("可以搜到，{0} 个段落", "found by searches, {0} passages");
    public static readonly Bilingual Empty = new("没有可以搜索的文字", "holds no text to be found");
    public static readonly Bilingual NotYet = new("正在建立索引，稍后可以搜到", "being indexed, found in a moment");
    public static readonly Bilingual Glossary = new("术语表：用来理解提问，不会被搜到", "the glossary: searches understand by it, and do not find it");
    public static readonly Bilingual Revision = new("版本", "Revision");
    public static readonly Bilingual RevisionNumber = new("版本 {0}", "Revision {0}");
    public static readonly Bilingual Updated = new("内容更新于", "Text of");
    public static readonly Bilingual Written = new("写入", "Written");
    public static readonly Bilingual Size = new("大小", "Size");
    public static readonly Bilingual Everyone = new("所有人", "everyone");
    public static readonly Bilingual Tenant = new("本企业", "the organisation");
    public static readonly Bilingual Chats = new("{0} 个群", "{0} chats");
    public static readonly Bilingual People = new("{0} 个人", "{0} people");
    public static readonly Bilingual ChatsAndPeople = new("{0} 个群和 {1} 个人", "{0} chats and {1} people");
    public static readonly Bilingual Some = new("指定的群和人", "some chats and people");
    public static readonly Bilingual Facts = new("概况", "How it stands");

    // A document's page
    public static readonly Bilingual Edit = new("编辑", "Edit");
    public static readonly Bilingual Delete = new("删除", "Delete");
    public static readonly Bilingual OnTheSite = new("在网站上查看", "View on the site");
    public static readonly Bilingual Original = new("打开原文", "Open the original");
    public static readonly Bilingual Text = new("读者看到的内容", "As readers see it");
    public static readonly Bilingual Revisions = new("历史版本", "Revisions");
    public static readonly Bilingual Current = new("当前", "current");
    public static readonly Bilingual View = new("查看", "View");
    public static readonly Bilingual WithCurrent = new("与当前版本比较", "Compare with the current one");
    public static readonly Bilingual Kept = new("最多保留最近 20 个版本。", "At most the last 20 revisions are kept.");
    public static readonly Bilingual NoEditor = new("系统", "the system");
    public static readonly Bilingual Feishu = new("飞书", "Feishu");
    public static readonly Bilingual DeletedBy = new("{0} 删除了它。可以从下面的版本恢复。", "{0} deleted it. It can be restored from a revision below.");

    public static readonly Bilingual Mirrored = new(
        "它与飞书保持同步，请在飞书里修改原文；在这里改的，下次同步会被覆盖。",
        "It is mirrored from Feishu. Change the original there; what is changed here would be overwritten by the next sync.");

    public static readonly Bilingual Pushed = new(
        "它由文件夹“{0}”推送而来，请在那里修改；在这里改的，下次推送会被覆盖。",
        "It is pushed from the folder '{0}'. Change it there; what is changed here would be overwritten by the next push.");

    // Editing
    public static readonly Bilingual Editing = new("编辑：{0}", "Edit: {0}");
    public static readonly Bilingual Body = new("正文（Markdown）", "Text (Markdown)");
    public static readonly Bilingual BodyOfGlossary = new("术语表（CSV）", "Glossary (CSV)");
    public static readonly Bilingual Preview = new("预览", "Preview");
    public static readonly Bilingual NothingYet = new("写下的内容会显示在这里。", "What you write appears here.");
    public static readonly Bilingual Save = new("保存", "Save");
    public static readonly Bilingual Cancel = new("取消", "Cancel");
    public static readonly Bilingual IdHint = new("可以留空：由标题得出。之后不能更改。", "May be left empty: made from the title. It cannot be changed later.");
    public static readonly Bilingual AddressHint = new("答案里的引用会链接到这里；留空则链接到本站页面。", "References in answers lead here; if empty, to this site's page.");
    public static readonly Bilingual TagsHint = new("用逗号分开，最多 32 个。", "Separated by commas, 32 at most.");
    public static readonly Bilingual ChatIds = new("群 ID，每行一个", "Chat ids, one a line");
    public static readonly Bilingual UserIds = new("人员 open_id，每行一个", "People's open_ids, one a line");
    public static readonly Bilingual EveryoneHint = new("所有人，包括网站访客", "everyone, visitors of the site too");
    public static readonly Bilingual TenantHint = new("本企业的人", "people of the organisation");
    public static readonly Bilingual Draft = new("上次在这个窗口里写的还没有保存。", "What you last wrote in this window was not saved.");
    public static readonly Bilingual TakeDraft = new("接着写", "Go on from there");
    public static readonly Bilingual Unsaved = new("有未保存的修改。", "There are unsaved changes.");
    public static readonly Bilingual Correct = new("还没有保存，请先更正下面标出的地方。", "Not saved yet. Correct what is marked below.");

    public static readonly Bilingual StoreAway = new(
        "存储暂时连不上，还没有保存；你写的都在下面，请稍后再保存一次。", "The store cannot be reached, and nothing was saved. What you wrote is below; save again in a moment.");

    public static readonly Bilingual IdTaken = new("编号“{0}”已经有了，请换一个。", "There is a '{0}' already. Choose another id.");
    public static readonly Bilingual AudienceMissing = new("请至少写一个群或一个人，最多 500 个。", "Name at least one chat or person, and at most 500.");
    public static readonly Bilingual NotChats = new("群 ID 以 oc_ 开头，每行一个。", "Chat ids begin with oc_, one a line.");
    public static readonly Bilingual NotPeople = new("open_id 以 ou_ 开头，每行一个。", "open_ids begin with ou_, one a line.");
    public static readonly Bilingual NotTags = new("最多 32 个标签，每个最长 64 个字符。", "At most 32 tags of at most 64 characters each.");
    public static readonly Bilingual NotParaphrases = new("最多 50 个问法，每行一个，每个最长 500 个字符。", "At most 50 wordings, one a line, of at most 500 characters each.");

    // Somebody else was faster
    public static readonly Bilingual ConflictTitle = new("有人先保存了别的修改", "Somebody saved another edit first");

    public static readonly Bilingual ConflictBy = new(
        "你打开之后，{0} 保存了版本 {1}。你写的都还在下面的表单里，什么都没有丢；它与对方版本的差别列在这里。",
        "Since you opened this, {0} has saved revision {1}. What you wrote is still in the form below, and nothing is lost; here is how it differs from theirs.");

    public static readonly Bilingual ConflictDeleted = new(
        "你打开之后，{0} 删除了它。你写的都还在下面；保存会重新建立它。", "Since you opened this, {0} has deleted it. What you wrote is below; saving creates it again.");

    public static readonly Bilingual Theirs = new("对方的版本 {0}", "theirs, revision {0}");
    public static readonly Bilingual Mine = new("你的", "yours");
    public static readonly Bilingual ViewTheirs = new("看对方的全文", "See theirs whole");
    public static readonly Bilingual SaveMine = new("用我的覆盖版本 {0}", "Save mine over revision {0}");
    public static readonly Bilingual CreateAgain = new("重新建立", "Create it again");
    public static readonly Bilingual TakeTheirs = new("放弃我的修改", "Discard mine");

    // Comparing
    public static readonly Bilingual CompareTitle = new("比较：{0}", "Compare: {0}");
    public static readonly Bilingual Older = new("从", "From");
    public static readonly Bilingual Newer = new("到", "To");
    public static readonly Bilingual Compare = new("比较", "Compare");
    public static readonly Bilingual Same = new("正文没有差别。", "The text is the same.");
    public static readonly Bilingual Added = new("新增", "added");
    public static readonly Bilingual Removed = new("删去", "removed");
    public static readonly Bilingual SameLines = new("…… 相同的部分 ……", "… the same …");
    public static readonly Bilingual LineBefore = new("旧行号", "Old line");
    public static readonly Bilingual LineAfter = new("新行号", "New line");
    public static readonly Bilingual Change = new("变化", "Change");
    public static readonly Bilingual Line = new("内容", "Text");
    public static readonly Bilingual Differences = new("差别", "Differences");
    public static readonly Bilingual TooMany = new("差别太多，只显示了前 {0} 行。", "There are too many differences; the first {0} lines are shown.");
    public static readonly Bilingual Nothing = new("（空）", "(empty)");

    // To be sure
    public static readonly Bilingual Restore = new("恢复这个版本", "Restore this revision");

    public static readonly Bilingual RestoreQuestion = new(
        "恢复到版本 {0}？现在的内容会保留为历史版本，随时可以再恢复。", "Restore revision {0}? What stands now is kept as a revision, and can be restored likewise.");

    public static readonly Bilingual DeleteQuestion = new(
        "删除这篇文档？它不会再被搜到或引用；历史版本会保留，可以恢复。", "Delete this document? It is no longer found or cited. Its revisions are kept, so that it can be restored.");

    public static readonly Bilingual DeleteAnswerQuestion = new(
        "删除这条官方回答？之后提问会重新从文档里找答案；历史版本会保留，可以恢复。",
        "Delete this official answer? Questions are answered from the documents again. Its revisions are kept, so that it can be restored.");

    public static readonly Bilingual ChangedMeanwhile = new("刚才有人改过它，请看过之后再决定。", "Somebody changed it just now. Look again, then decide.");
    public static readonly Bilingual AnswersRestOnIt = new("有 {0} 条官方回答以它为依据，会被标为“来源有变动”。", "Official answers rest on it ({0}), and will be flagged.");
    public static readonly Bilingual PagesRestOnIt = new("网站上有公开的问答以它为依据，会随之撤下。", "Published questions rest on it, and go off the site with it.");
    public static readonly Bilingual PushBringsItBack = new("如果文件夹“{0}”里还有它，下次推送会把它带回来。", "If the folder '{0}' still has it, the next push brings it back.");

    // Official answers
    public static readonly Bilingual Question = new("问题", "Question");
    public static readonly Bilingual Paraphrases = new("其他问法", "Other wordings");
    public static readonly Bilingual ParaphrasesHint = new("每行一个；这样问的人也会得到这个回答。", "One a line; whoever asks like that gets this answer too.");
    public static readonly Bilingual AnswerBody = new("回答（Markdown，用 [1] 引用来源）", "Answer (Markdown; [1] cites a source)");
    public static readonly Bilingual Sources = new("来源", "Sources");
    public static readonly Bilingual SourcesHint = new("每行一个文档编号，可以带 #标题；第一行是 [1]。", "One document id a line, with #heading if you like; the first is [1].");
    public static readonly Bilingual Expires = new("到期日", "Expires");
    public static readonly Bilingual ExpiresHint = new("从这一天起不再用它回答；留空则一直有效。", "From this day on it is no longer given; empty: for good.");
    public static readonly Bilingual ExpiresOn = new("{0} 到期", "expires {0}");
    public static readonly Bilingual StateCurrent = new("有效", "in force");
    public static readonly Bilingual StateChanged = new("来源有变动", "a source has changed");
    public static readonly Bilingual StateExpired = new("已到期", "expired");

    public static readonly Bilingual ChangedNote = new(
        "这些来源在写下回答之后变过：{0}。核对过后保存一次，标记就会消失。",
        "These sources have changed since it was written: {0}. Check it and save; that takes the flag away.");

    public static readonly Bilingual ExpiredNote = new("已到期，不再用它回答。改掉到期日再保存，就重新有效。", "It has expired and is no longer given. Change the day and save, and it is in force again.");
    public static readonly Bilingual OnlyFlagged = new("只看要核对的", "only those to be checked");
    public static readonly Bilingual FlaggedCount = new("{0} 条要核对", "{0} to be checked");
    public static readonly Bilingual AnswerCount = new("共 {0} 条", "{0} answers");
    public static readonly Bilingual Wordings = new("{0} 个其他问法", "{0} other wordings");
    public static readonly Bilingual SearchAnswers = new("搜索问题和问法", "Search questions and wordings");

    public static readonly Bilingual NoAnswersYet = new(
        "还没有官方回答。为常被问到的问题写一条：不经过模型，原样回答。",
        "There are no official answers yet. Write one for what people keep asking: it is given as it stands, without a model.");

    public static readonly Bilingual NoAnswersFound = new("没有符合条件的官方回答。", "No official answer is like that.");

    // Files
    public static readonly Bilingual Files = new("文件", "Files");
    public static readonly Bilingual Drop = new("把文件拖到这里，或者选择文件", "Drop files here, or choose them");
    public static readonly Bilingual FilesHint = new("Markdown、HTML、Word（.docx）、PDF，每个最大 20 MB。", "Markdown, HTML, Word (.docx) and PDF, each at most 20 MB.");
    public static readonly Bilingual LotHint = new("以下对这次上传的所有文件有效，优先于文件自己写的。", "What follows holds for all files of this upload, before what a file says itself.");
    public static readonly Bilingual MayReplace = new("同一编号已有文档时，替换它（旧版本会保留）", "Replace documents that are there already (their revisions are kept)");
    public static readonly Bilingual NoFiles = new("请选择至少一个文件。", "Choose at least one file.");
    public static readonly Bilingual WrongKind = new("不支持这种文件；可以上传 Markdown（.md）、HTML、Word（.docx）和 PDF。", "This kind of file is not supported. Upload Markdown (.md), HTML, Word (.docx) or PDF.");
    public static readonly Bilingual Results = new("结果", "Results");
    public static readonly Bilingual FileCreated = new("已新建", "created");
    public static readonly Bilingual FileReplaced = new("已替换", "replaced");
    public static readonly Bilingual FileUnchanged = new("内容没有变化", "unchanged");
    public static readonly Bilingual FileExists = new("已有文档 {0}，没有替换。", "There is a document {0} already; it was not replaced.");
    public static readonly Bilingual FileRefused = new("未上传", "refused");
    public static readonly Bilingual Replace = new("替换它", "Replace it");
    public static readonly Bilingual Uploading = new("正在上传", "Uploading");
    public static readonly Bilingual Reading = new("正在读取", "Reading it");
    public static readonly Bilingual TooLarge = new("文件太大：一个文件最大 20 MB。", "The file is too large: at most 20 MB.");
    public static readonly Bilingual Broken = new("连接中断了，没有上传。", "The connection broke; it was not uploaded.");
    public static readonly Bilingual Retry = new("重试", "Try again");
    public static readonly Bilingual Passages = new("{0} 个段落", "{0} passages");
    public static readonly Bilingual UploadMore = new("上传更多文件", "Upload more files");
}
