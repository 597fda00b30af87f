internal import Operations
internal import Values

/// What the pages say about departments, the calendar, tokens and the key.
extension SystemWords {
    var departmentName: String { choose("单位名称", "Name") }
    var addDepartment: String { choose("添加单位", "Add a department") }
    var departmentNameHint: String {
        choose("与合同中的采购人名称一致，否则看不到合同。", "As the buyer is called in the contracts, or they will not be seen.")
    }
    func departmentAdded(_ name: String) -> String { choose("已添加单位“\(name)”。", "“\(name)” was added.") }
    var people: String { choose("启用的账号", "Accounts enabled") }
    var chain: String { choose("付款审批链", "Chain of approval") }
    func chain(_ roles: [Role]) -> String {
        (roles.map(words.name(of:)) + [words.name(of: Role.treasury)]).joined(separator: " → ")
    }
    var cooling: String { choose("供应商账户冷静期", "Cooling time of bank accounts") }
    func hours(_ count: Int) -> String { choose("\(count) 小时", "\(count) hours") }
    var openRequests: String { choose("未办结付款申请", "Open payment requests") }
    func count(_ count: Int) -> String { choose("\(count) 件", "\(count)") }
    var changeChain: String { choose("更改审批链", "Change the chain") }
    func changeChain(of name: String) -> String { choose("更改“\(name)”的审批链", "Chain of approval of “\(name)”") }
    var changeCooling: String { choose("更改冷静期", "Change the cooling time") }
    func changeCooling(of name: String) -> String { choose("更改“\(name)”的供应商账户冷静期", "Cooling time of “\(name)”") }
    func chainMeans(openRequests: Int) -> String {
        openRequests == 0
            ? choose(
                "现在没有未办结的付款申请。更改后，新的付款申请按新的审批链办理。", "No payment request is open now. New ones follow the new chain.")
            : choose(
                "现在有 \(openRequests) 件未办结的付款申请，它们继续按提出时的审批链办理。只有新提出的、以及失效后重新确认的申请，才按新的审批链办理。",
                "\(openRequests) payment requests are open: they keep the chain that they were raised with. Only new ones, and those confirmed again after becoming stale, follow the new chain."
            )
    }
    var chainNow: String { choose("现在", "Now") }
    func step(_ number: Int) -> String { choose("第 \(number) 步审批", "Approval \(number)") }
    var noStep: String { choose("（没有这一步）", "(no such step)") }
    var thenTreasury: String {
        choose("最后总是由国库支付。每一步由不同的人办理。", "The treasury always pays at the end. Each step is another person's.")
    }
    var chainSet: String { choose("审批链已更改。", "The chain is changed.") }
    var coolingLead: String {
        choose(
            "供应商的收款账户经另一人确认后，还要等这么久才能用于付款，其间可以叫停。已经确认的账户仍按原来的时间生效。",
            "A supplier's bank account that was confirmed by a second person waits so long before money may go there, and can be stopped meanwhile. Those confirmed already keep their moment."
        )
    }
    var hoursLabel: String { choose("小时数（0 到 336）", "Hours (0 to 336)") }
    var coolingSet: String { choose("冷静期已更改。", "The cooling time is changed.") }

    // The calendar.
    var calendarLead: String {
        choose(
            "合同约定以工作日计算期限时，按这里的法定节假日和调休上班日计算。",
            "Where terms count working days, these statutory holidays and make-up working days count.")
    }
    var year: String { choose("年份", "Year") }
    func holidays(_ year: Int) -> String { choose("\(year) 年放假（只列工作日中的放假日）", "Holidays on weekdays in \(year)") }
    func workdays(_ year: Int) -> String { choose("\(year) 年调休上班", "Weekend days worked in \(year)") }
    var builtIn: String {
        choose(
            "随程序提供的日历，依据国务院办公厅历年通知。",
            "The calendar that came with the program, from the State Council's yearly notices.")
    }
    func replaced(by name: String) -> String { choose("由 \(name) 更换于 ", "Replaced by \(name) at ") }
    var calendarFile: String { choose("下载现用日历（CSV）", "Download this calendar (CSV)") }
    var replaceCalendar: String { choose("更换日历", "Replace the calendar") }
    var calendarUpload: String { choose("日历文件", "Calendar file") }
    var calendarUploadHint: String {
        choose(
            "CSV，第一行是 date,kind，以下每行一天：2026-01-01,holiday 或 2026-01-04,workday。先下载现用日历，再添上新的一年。",
            "CSV: first date,kind, then a line for each day: 2026-01-01,holiday or 2026-01-04,workday. Download this one and add the new year."
        )
    }
    var checkFile: String { choose("检查文件", "Check the file") }
    var checkCalendar: String { choose("请确认新的日历", "Confirm the new calendar") }
    func calendarMeans(added: Int, removed: Int) -> String {
        choose(
            "与现用日历相比，增加 \(added) 天，减少 \(removed) 天。启用后，全部合同的期限和数字重新计算；过去某一时点的结算仍按当时的日历。",
            "Compared with the one in force \(added) days are added and \(removed) are removed. All contracts are computed afresh; statements known at an earlier moment keep the calendar of their time."
        )
    }
    var addedDays: String { choose("增加", "Added") }
    var removedDays: String { choose("减少", "Removed") }
    var holiday: String { choose("放假", "holiday") }
    var workday: String { choose("上班", "worked") }
    var useCalendar: String { choose("启用新日历", "Put it in force") }
    var sameCalendar: String { choose("这份日历与现用的相同，没有更改。", "This calendar is the one in force; nothing was changed.") }
    func calendarReplaced(_ contracts: Int) -> String {
        choose(
            "新日历已启用，重新计算了 \(contracts) 份合同。",
            "The new calendar is in force; \(contracts) contracts were computed afresh.")
    }
    func weekday(_ day: CalendarDay) -> String {
        // 1970-01-01 was a Thursday.
        let place = ((Int(day.daysSince1970) + 3) % 7 + 7) % 7
        return choose(
            ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][place],
            ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][place])
    }

    // Tokens.
    var tokensLead: String {
        choose(
            "程序用令牌代表一个账号办事，权限与该账号相同。令牌只在签发时显示一次。",
            "By a token a program acts as an account, with that account's rights. It is shown once, when it is issued.")
    }
    var issueToken: String { choose("签发令牌", "Issue a token") }
    var tokenNumber: String { choose("编号", "No.") }
    var tokenLabel: String { choose("用途", "What for") }
    var tokenLabelHint: String { choose("写明哪个系统、做什么用，如“财务系统 每日取数”。", "Which system and for what.") }
    var tokenDays: String { choose("有效天数（1 到 366）", "Days (1 to 366)") }
    var issuedAt: String { choose("签发时间", "Issued") }
    var expiresAt: String { choose("到期时间", "Expires") }
    var lastUsed: String { choose("最近使用", "Last used") }
    var revoke: String { choose("吊销", "Revoke") }
    func revokeToken(_ number: Int64) -> String { choose("吊销令牌 \(number)", "Revoke token \(number)") }
    func revokeMeans(_ token: ListedToken) -> String {
        choose(
            "“\(token.label)”（账号 \(token.account)）立即不能再用，不能恢复。使用它的程序会停止工作，直到换上新令牌。",
            "“\(token.label)” (account \(token.account)) stops working at once and for good. The program that uses it stops until it gets another one."
        )
    }
    var revoked: String { choose("已吊销", "revoked") }
    var expired: String { choose("已过期", "expired") }
    var valid: String { choose("有效", "valid") }
    func tokenRevoked(_ number: Int64) -> String { choose("令牌 \(number) 已吊销。", "Token \(number) is revoked.") }
    var tokenIssued: String { choose("令牌已签发", "The token is issued") }
    var tokenOnce: String {
        choose(
            "请立即复制到使用它的程序中。离开本页后再也看不到。", "Copy it into the program now. It cannot be seen again once this page is left."
        )
    }
    var tokenText: String { choose("令牌", "Token") }
    var toTokens: String { choose("返回令牌列表", "Back to the tokens") }

    // The key.
    var keyLead: String {
        choose(
            "日志的检查点用这把密钥签名。请把指纹抄写或打印，交给审计、档案等单位存放：以后他们据此核对归档包。",
            "Checkpoints of the log are signed by this key. Give its fingerprint, written or printed, to auditors and the archive: they compare bundles with it later."
        )
    }
    var verifierKey: String { choose("公钥（tranche-verify 所用格式）", "Public key (as tranche-verify takes it)") }
    var pem: String { choose("公钥文件（PEM，openssl 所用格式）", "Key file (PEM, as openssl takes it)") }
    var compare: String { choose("自己算出指纹", "Compute the fingerprint yourself") }
    var rotation: String {
        choose(
            "更换密钥在服务器的命令行办理：tranche checkpoint rotate-key。旧公钥永远保留，旧检查点仍可验证。",
            "The key is changed on the server's command line: tranche checkpoint rotate-key. Earlier public keys stay, and so can older checkpoints be verified."
        )
    }
}
