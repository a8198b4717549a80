namespace Wenlu.Retrieval.Tests.Confidence;

/// <summary>A small invented knowledge base with questions it answers and questions that only sound as if it did.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Documents">The pages.</param>
/// <param name="Answered">Questions that a page answers, one a line.</param>
/// <param name="NearMisses">Questions, one a line, that no page answers although most of their words stand there.</param>
public sealed record HardQuestions(string Name, SourceDocument[] Documents, string Answered, string NearMisses)
{
    public override string ToString() => Name;

    /// <summary>The sibling of what is asked is known: another kind of leave, another benefit.</summary>
    public static readonly HardQuestions Siblings = new("siblings",
    [
        new("leave", "请假制度", """
            ## 年假
            入职满一年可休年假十天，满五年十五天。未休完的可结转到次年三月底，逾期作废。

            ## 病假
            病假须提供二级以上医院的证明，每年带薪病假五天，超出部分按八成发薪。

            ## 调休
            加班后三个月内可申请调休，最小单位半天，由直属主管批准。
            """),
        new("benefits", "福利说明", """
            ## 餐补
            每个工作日餐补三十元，随工资发放，出差当天不重复计。

            ## 体检
            每年九月安排一次体检，家属可自费参加。

            ## 节日礼金
            端午和中秋各发五百元礼金，试用期员工减半。
            """),
        new("visitors", "访客接待", "访客须提前一天在前台系统登记，凭身份证领取临时门卡，离开时归还。会议室最长预订四小时。"),
    ],
        """
        年假有几天
        年假可以结转吗
        没休完的年假怎么办
        工作满五年年假多少天
        病假要医院证明吗
        病假工资怎么发
        调休要谁批准
        调休最少请多久
        加班以后多久之内可以调休
        餐补一天多少钱
        出差那天有餐补吗
        体检在几月
        家属能参加体检吗
        中秋发多少礼金
        访客怎么登记
        会议室最长能订多久
        临时门卡要还吗
        """,
        """
        产假有多少天
        婚假几天
        丧假怎么请
        陪产假工资怎么发
        哺乳假每天多久
        事假扣工资吗
        房补一个月多少钱
        车补怎么申请
        通讯补贴随工资发放吗
        商业保险家属能参加吗
        元旦发多少礼金
        年终奖什么时候发
        快递寄到前台怎么领
        停车证怎么办理
        工位可以预订吗
        离职证明找谁开
        """);

    /// <summary>A model, a version, a size or a code that the pages do not name, beside one that they do.</summary>
    public static readonly HardQuestions Identifiers = new("identifiers",
    [
        new("phone", "Polar 60 手机说明", """
            ## 充电
            Polar 60 支持 66W 有线快充，四十分钟充满，不支持无线充电器以外的反向充电。

            ## 防水
            Polar 60 达到 IP68，可在 1.5 米深的水中停留三十分钟。

            ## 保修
            整机保修一年，电池保修半年，屏幕人为损坏不在保修范围。
            """),
        new("models", "本地模型选型", """
            ## 显存
            7B 模型量化到 4 位后约占 5 GB 显存，13B 约 9 GB。

            ## 速度
            在 RTX 4090 上，7B 每秒约 100 个 token，13B 约 60 个。
            """),
        new("gateway", "网关错误码", """
            ## E4021
            注册令牌已过期，请在控制台重新生成，再执行注册命令。

            ## E4030
            服务端证书不受信任，更新证书后重启网关。

            ## 超时错误
            连接超过三十秒没有响应时报超时错误，检查防火墙是否放行 8443 端口。
            """),
        new("release", "版本记录", "## v2.3.1\n修复调度器内存泄漏。\n\n## v2.3.0\n新增单点登录和深色模式。\n\n## v2.2.0\n不再支持 32 位系统。"),
    ],
        """
        Polar 60 支持快充吗
        Polar 60 防水吗
        Polar 60 充满电要多久
        手机电池保修多久
        屏幕摔坏了保修吗
        7B 模型要多少显存
        13B 量化后占多少显存
        RTX 4090 跑 7B 有多快
        E4021 怎么办
        错误码 E4030 是什么意思
        连接超时是什么原因
        超时错误要放行哪个端口
        v2.3.1 修复了什么
        v2.3.0 新增了什么
        哪个版本不再支持 32 位系统
        """,
        """
        Polar 70 支持快充吗
        Polar 50 Pro 防水吗
        Nova 60 充满电要多久
        70B 模型要多少显存
        32B 量化后占多少显存
        RTX 3060 跑 7B 有多快
        A100 上每秒多少 token
        E9999 怎么办
        错误码 E4021X 是什么意思
        错误 E5000
        ERR_DISK_FULL 怎么处理
        v3.0.0 新增了什么
        v2.4.0 修复了什么
        Polar 60 的摄像头多少像素
        Polar 60 有几种颜色
        哪个版本支持 macOS
        """);

    /// <summary>The words asked with stand in an example, a quotation or an aside; what is said there is about something else.</summary>
    public static readonly HardQuestions Mentions = new("mentions",
    [
        new("tokens", "文字怎样切成词元", """
            ## 切分的例子
            模型先把句子切成词元。“今天天气很好”会被切成“今天 / 天气 / 很好”，英文长词会切成几段。

            ## 计费
            按词元计费，输入和输出价格不同，输出约为输入的三倍。
            """),
        new("prompting", "提示词入门", """
            ## 示例
            给模型两三个例子，它会照着写。例如：“问：食堂几点开门？答：七点半。”再问：“图书馆几点关门？”它就知道只答时间。

            ## 角色
            让模型扮演一个角色，例如“你是一位旅行顾问，请推荐三家北京的酒店”，语气会更稳定。

            ## 步骤
            复杂的题目请它先写步骤，再写答案，正确率会高不少。
            """),
        new("tools", "工具调用", """
            模型自己不会查资料，只会写出调用请求。比如用户问“上海飞东京的航班有哪些”，它写出 `search_flights(from, to)`，由程序执行。
            执行权始终在程序手里，所以要检查参数，限制次数。
            """),
    ],
        """
        词元是怎么切分的
        输出价格是输入的几倍
        怎么计费
        为什么要给模型例子
        给几个例子合适
        让模型扮演角色有什么用
        复杂的题目怎么提高正确率
        什么是工具调用
        谁来执行工具调用
        要限制调用次数吗
        英文长词怎么切
        """,
        """
        今天天气怎么样
        明天天气好吗
        食堂几点开门
        图书馆几点关门
        推荐三家北京的酒店
        上海飞东京的航班有哪些
        东京有什么好玩的
        北京的酒店多少钱一晚
        怎么当旅行顾问
        图书馆在哪里
        """);

    /// <summary>English pages of a service, with questions about what such pages usually say and these do not.</summary>
    public static readonly HardQuestions Service = new("service",
    [
        new("billing", "Billing", """
            ## Plans
            The Team plan costs 12 dollars per seat and month, billed yearly. The Free plan has three seats.

            ## Invoices
            Invoices are sent by e-mail on the first of each month and can be downloaded under Settings > Billing.

            ## Refunds
            Yearly plans can be refunded within 14 days of purchase.
            """),
        new("export", "Exporting data", """
            ## Formats
            Boards can be exported as CSV or JSON. Attachments are put into a ZIP archive.

            ## Schedule
            A nightly export to Amazon S3 can be set up by administrators.
            """),
        new("security", "Security", """
            ## Two-factor authentication
            Every user can turn on two-factor authentication with an authenticator app. Administrators can require it.

            ## Sessions
            A session ends after 30 days or when the password is changed.
            """),
    ],
        """
        How much does the Team plan cost?
        how many seats does the free plan have
        where can I download invoices
        when are invoices sent
        can I get a refund for a yearly plan
        how to export a board as CSV
        are attachments exported
        can I export to S3 every night
        how do I turn on two-factor authentication
        can admins require two-factor authentication
        when does a session end
        """,
        """
        How much does the Enterprise plan cost?
        is there a discount for students
        can I pay invoices by PayPal
        what is the VAT number on the invoice
        how to export a board as PDF
        how to import from Trello
        can I export to Google Drive every night
        do you support SMS codes
        how do I delete my account
        is there a mobile app for Android
        where are the servers located
        does it work offline
        """);

    /// <summary>Rules of a house, in traditional characters and long sentences.</summary>
    public static readonly HardQuestions House = new("house",
    [
        new("rules", "社區住戶公約", """
            ## 垃圾
            垃圾請於晚間七點至九點送至地下一樓集中處，資源回收限週三、週六。大型家具請先向管理室登記，由清潔公司收取，費用自付。

            ## 寵物
            住戶飼養犬貓須登記，搭乘電梯時應使用牽繩或提籠，不得任其在中庭便溺。

            ## 裝修
            裝修須於七日前提出申請，繳交保證金兩萬元，施工時間為平日上午九點至下午五點，國定假日不得施工。
            """),
        new("pool", "游泳池使用辦法", """
            泳池開放時間為每日上午六點至晚間十點，週一清潔不開放。每戶每月免費三十次，訪客每次一百五十元。
            未滿十二歲的兒童須由成人陪同，下水前須戴泳帽並淋浴。
            """),
    ],
        """
        垃圾幾點可以丟
        資源回收是星期幾
        大型家具怎麼丟
        养狗需要登记吗
        带宠物坐电梯有什么要求
        裝修要多久前申請
        装修保证金多少
        施工時間是幾點到幾點
        游泳池幾點開放
        泳池周一開嗎
        訪客游泳要多少錢
        小孩可以自己去游泳嗎
        游泳要戴泳帽嗎
        """,
        """
        停車位怎麼租
        管理費多少錢
        健身房幾點開放
        包裹可以寄放管理室嗎
        陽台可以烤肉嗎
        裝潢可以拆牆嗎
        寵物美容在哪裡
        電梯壞了找誰
        三溫暖每次多少錢
        住戶大會什麼時候開
        """);

    public static readonly HardQuestions[] All = [Siblings, Identifiers, Mentions, Service, House];
}
