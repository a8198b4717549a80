namespace Wenlu.Retrieval.Tests;

/// <summary>Two small teams' pages, invented: an office in Chinese and a product's manual in English.</summary>
internal static class KnowledgeBases
{
    public static readonly SourceDocument[] Office =
    [
        new("mail", "公司邮箱使用说明", """
            ## 手机配置
            收信 IMAP 服务器 imap.example.com，端口 993，发信 SMTP 端口 465，均开启 SSL。

            ## 容量
            每人 10 GB。满了请归档旧邮件，或向 IT 申请扩容。

            ## 常见错误
            提示 552 表示附件超过 50 MB，请改用网盘链接。提示 535 是密码错误。
            """),
        new("onboard", "新人指南", """
            ## 第一天
            请带身份证、学历证书原件和一张银行卡，上午九点半到前台找人事。

            ## 试用期
            试用期三个月，表现优秀可提前转正，转正前有一次面谈。

            ## 工牌
            工牌当天发放。遗失请到行政部补办，工本费 20 元。
            """),
        new("overtime", "加班与调休", """
            ## 申请
            加班须提前一天在 OA 提交申请，由主管批准，未经批准的不计。

            ## 工资
            工作日加班按 1.5 倍计算，周末优先安排调休，不能调休的按 2 倍，法定节假日按 3 倍支付加班费。
            """),
        new("printer", "打印机", """
            ## 连接
            电脑连上办公网后，打开 \\print01，双击“三楼黑白”安装驱动。

            ## 卡纸
            打开侧盖，顺着箭头方向慢慢抽出纸张，合上后按“继续”。

            ## 双面与彩色
            默认双面。彩色打印要部门主管审批，每月限 100 张。
            """),
        new("travel", "差旅标准", """
            ## 住宿
            一线城市每晚上限 500 元，其他城市 350 元，超出部分自理。

            ## 交通
            高铁二等座；行程超过六小时可坐一等座或飞机经济舱。

            ## 补贴
            每天伙食补贴 100 元，市内交通 50 元，回来后一周内填单。
            """),
    ];

    public static readonly SourceDocument[] Manual =
    [
        new("api", "REST API", """
            ## Authentication
            Send the key in the `X-Api-Key` header. Keys are created per project.

            ## Rate limits
            600 requests per minute and key. Beyond that the server answers 429 with `Retry-After`.
            """),
        new("backup", "Backup and restore", """
            ## Schedule
            We recommend a full backup every night and an incremental one every hour.

            ## Restore
            Stop the gateway, run `agentctl restore <file>`, start it again. A restore takes about a minute per gigabyte.
            """),
        new("config", "Configuration reference", """
            ## max_connections
            How many clients may be connected at once. Default 200, maximum 5000. Raise it together with the memory limit.

            ## log_level
            One of `error`, `warn`, `info`, `debug`. Default `info`. Takes effect without a restart.

            ## data_dir
            Where the database lies. Must be on a local disk.
            """),
        new("errors", "Error codes", """
            ## E4021
            The enrolment token has expired. Create a new one in the console and run `agentctl enroll` again.

            ## E4030
            The server certificate is expired or not trusted. Renew it and restart the gateway.

            ## ERR_CONN_RESET
            The connection was reset by a proxy. Add the gateway's address to the proxy's exceptions.
            """),
        new("install", "Installation", """
            ## System requirements
            The agent needs 4 GB of RAM, 2 CPU cores and 20 GB of disk. Supported are Ubuntu 22.04 and Windows Server 2022.

            ## Steps
            Download the package, run `sudo dpkg -i agent.deb`, then `agentctl enroll --token <token>`.

            ## Network
            Open outbound TCP ports 443 and 8443 on the firewall.
            """),
        new("license", "Licensing", """
            ## What a license covers
            One license covers ten devices. Test systems do not count.

            ## Moving a license
            Release it on the old machine under Settings > License, then enter the key on the new one.
            """),
        new("release", "Release notes", """
            ## v2.3.1
            Fixes a memory leak in the scheduler and a wrong time zone in reports.

            ## v2.3.0
            Adds single sign-on through OpenID Connect, dark mode and the bulk import of users.

            ## v2.2.0
            Drops support for 32-bit systems.
            """),
        new("users", "Managing users", """
            ## Adding users
            Administrators invite users by e-mail under Settings > Users. An invitation is valid for seven days.

            ## Passwords
            A forgotten password is reset with the link on the sign-in page.

            ## Single sign-on
            Connect an OpenID provider under Settings > Sign-in.
            """),
    ];
}
