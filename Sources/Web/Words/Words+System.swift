internal import Operations
internal import Values

extension Words {
    /// What the pages for administrators say.
    var system: SystemWords { SystemWords(words: self) }
}

/// What the pages for administrators say: people, departments, tokens, the calendar, the key.
struct SystemWords {
    let words: Words

    func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    func name(of page: SystemPlace) -> String {
        switch page {
        case .overview: choose("概览", "Overview")
        case .users: choose("用户", "Users")
        case .departments: choose("单位", "Departments")
        case .calendar: choose("日历", "Calendar")
        case .tokens: choose("令牌", "Tokens")
        case .key: choose("签名密钥", "Signing key")
        }
    }

    func purpose(of page: SystemPlace) -> String {
        switch page {
        case .overview: ""
        case .users:
            choose("添加用户，设置角色，停用，重置密码和动态口令。", "Add users, set roles, disable, reset passwords and second factors.")
        case .departments:
            choose("单位、付款审批链、供应商账户冷静期。", "Departments, their chains of approval, the cooling time of bank accounts.")
        case .calendar:
            choose(
                "法定节假日和调休上班日，用来计算工作日期限。",
                "Statutory holidays and make-up working days, by which working days are counted.")
        case .tokens: choose("给程序用的令牌：签发、查看、吊销。", "Tokens of programs: issue, list, revoke.")
        case .key: choose("签名密钥的指纹和公钥，供他人核对。", "The fingerprint and the public key, for others to compare.")
        }
    }

    var tabs: String { choose("系统的页面", "Pages for administrators") }
    var lead: String {
        choose(
            "这里管理谁能做什么。管理员看不到金额，也不能审批。", "Here is set who may do what. Administrators see no money and approve nothing."
        )
    }
    var condition: String { choose("运行状况", "Condition") }
    var database: String { choose("数据库", "Database") }
    var ready: String { choose("正常", "fine") }
    var notReady: String { choose("不正常", "not as it should be") }
    var readyDetail: String { choose("可以连接，结构和保护措施齐全。", "Reachable, its schema and guards are as they should be.") }
    var connections: String { choose("数据库连接", "Connections") }
    func connections(idle: Int, leased: Int, waiting: Int) -> String {
        choose("空闲 \(idle)，在用 \(leased)，等待 \(waiting)", "\(idle) idle, \(leased) in use, \(waiting) waiting")
    }
    var calendarYears: String { choose("日历所知年份", "Years of the calendar") }
    func years(_ range: ClosedRange<Int>) -> String {
        choose("\(range.lowerBound)—\(range.upperBound) 年", "\(range.lowerBound)–\(range.upperBound)")
    }
    func yearMissing(_ year: Int) -> String {
        choose(
            "日历还没有 \(year) 年的节假日。国务院公布后请更换日历；在此之前，落在该年的工作日期限不准。",
            "The calendar has no holidays of \(year) yet. Replace it once they are announced; until then deadlines in working days that fall into that year are not exact."
        )
    }
    var logState: String { choose("日志", "Log") }

    // People.
    var addUser: String { choose("添加用户", "Add a user") }
    var findUser: String { choose("登录名、姓名或单位", "Log-in name, name or department") }
    var loginName: String { choose("登录名", "Log-in name") }
    var loginNameHint: String {
        choose(
            "拉丁字母、数字、汉字和 . _ - @，如 zhang.san 或 officer@meishan。",
            "Latin letters, digits, Chinese characters and . _ - @.")
    }
    var displayName: String { choose("姓名", "Name") }
    var displayNameHint: String { choose("不填则显示登录名。", "The log-in name where it is empty.") }
    var department: String { choose("单位", "Department") }
    var roles: String { choose("角色", "Roles") }
    var rolesHint: String {
        choose(
            "一人可有多个角色，但同一笔付款申请上没有人能办理两个环节。", "A person may have several, but on one payment request nobody acts twice.")
    }
    var noRoles: String { choose("无角色", "no roles") }
    var status: String { choose("状态", "Status") }
    var enabled: String { choose("启用", "enabled") }
    var disabled: String { choose("已停用", "disabled") }
    var secondFactor: String { choose("动态口令", "Second factor") }
    var on: String { choose("已启用", "on") }
    var off: String { choose("未启用", "off") }
    var lastSeen: String { choose("最近使用", "Last seen") }
    var never: String { choose("从未", "never") }
    var passwordSet: String { choose("密码设置于", "Password set") }
    var created: String { choose("添加于", "Added") }
    var openSessions: String { choose("打开的会话", "Open sessions") }
    var mayAudit: String { choose("可见单位", "Sees") }
    var allDepartments: String { choose("全部单位", "all departments") }
    var account: String { choose("账号", "Account") }
    var actions: String { choose("可以办理", "What can be done") }
    var itsYou: String {
        choose(
            "这是您本人。本人的账号由其他管理员办理，密码在“本人”页修改。",
            "This is you. Another administrator does these things to your account; your password is changed on your own page."
        )
    }
    func added(_ name: String) -> String { choose("已添加用户 \(name)", "User \(name) was added") }
    var initialPassword: String { choose("初始密码（只显示这一次）", "Initial password (shown this once)") }
    var newPassword: String { choose("新密码（只显示这一次）", "New password (shown this once)") }
    var handOver: String {
        choose(
            "请当面或用可靠的方式交给本人，并提醒其登录后立即在“本人”页修改。",
            "Hand it to its owner in person, who should change it on the own page at once.")
    }
    var toUser: String { choose("查看该用户", "Open the user") }
    var toUsers: String { choose("返回用户列表", "Back to the users") }

    func title(of act: AccountAct, _ name: String) -> String {
        switch act {
        case .disable: choose("停用 \(name)", "Disable \(name)")
        case .enable: choose("启用 \(name)", "Enable \(name)")
        case .password: choose("重置 \(name) 的密码", "Reset the password of \(name)")
        case .secondFactor: choose("重置 \(name) 的动态口令", "Reset the second factor of \(name)")
        case .sessions: choose("结束 \(name) 的全部会话", "End all sessions of \(name)")
        }
    }

    func button(of act: AccountAct) -> String {
        switch act {
        case .disable: choose("停用", "Disable")
        case .enable: choose("启用", "Enable")
        case .password: choose("重置密码", "Reset the password")
        case .secondFactor: choose("重置动态口令", "Reset the second factor")
        case .sessions: choose("结束会话", "End the sessions")
        }
    }

    /// What will happen.
    func effect(of act: AccountAct, _ state: AccountState) -> String {
        switch act {
        case .disable:
            choose(
                "打开的 \(state.sessions) 个会话立即结束，密码和令牌不再有效。已登记和审批的内容不受影响；等待此人办理的付款申请会停在原处，须由同角色的其他人办理。以后可以重新启用。",
                "The \(state.sessions) open sessions end at once; the password and tokens no longer work. What was recorded and approved stays; payment requests that wait for this person wait until another one of the role acts. The account can be enabled again."
            )
        case .enable:
            choose("密码和未过期的令牌重新有效，角色照旧。", "The password and tokens that are not over work again, with the same roles.")
        case .password:
            choose(
                "生成一个新密码，只显示一次。旧密码失效，打开的 \(state.sessions) 个会话立即结束。",
                "A new password is made and shown once. The old one no longer works, and the \(state.sessions) open sessions end at once."
            )
        case .secondFactor:
            choose(
                "停用此人的动态口令，打开的 \(state.sessions) 个会话立即结束。请先确认是本人丢失了手机：下次登录只需要密码。",
                "The second factor is removed and the \(state.sessions) open sessions end. Make sure first that its owner lost it: the next log-in takes the password alone."
            )
        case .sessions:
            choose(
                "打开的 \(state.sessions) 个会话立即结束，可用密码重新登录。",
                "The \(state.sessions) open sessions end at once; logging in again is possible.")
        }
    }

    func done(_ act: AccountAct, _ name: String) -> String {
        switch act {
        case .disable: choose("已停用 \(name)。", "\(name) is disabled.")
        case .enable: choose("已启用 \(name)。", "\(name) is enabled.")
        case .password: choose("已重置 \(name) 的密码。", "The password of \(name) is reset.")
        case .secondFactor: choose("已重置 \(name) 的动态口令。", "The second factor of \(name) is reset.")
        case .sessions: choose("已结束 \(name) 的会话。", "The sessions of \(name) have ended.")
        }
    }

    var setRoles: String { choose("设置角色", "Set roles") }
    func setRoles(of name: String) -> String { choose("设置 \(name) 的角色", "Roles of \(name)") }
    var setRolesLead: String {
        choose("保存后从下一次操作起生效，已打开的会话也一样。", "They count from the next call on, in open sessions too.")
    }
    var auditsAll: String { choose("审计角色可见全部单位", "As auditor sees all departments") }
    var audits: String { choose("审计角色另外可见的单位", "As auditor also sees") }
    func rolesSet(_ name: String) -> String { choose("已设置 \(name) 的角色。", "The roles of \(name) are set.") }

    func purpose(of role: Role) -> String {
        switch role {
        case .officer:
            choose(
                "登记合同、事件、发票、考核，提出付款申请", "registers contracts, events, invoices, assessments; raises payment requests")
        case .sectionHead: choose("第一步审批，登记考核的集体决定", "first approval; records collective decisions on assessments")
        case .finance: choose("第二步审批，裁定，导入历史", "second approval; rulings; imports histories")
        case .head: choose("最后审批，补充协议、终止、作废", "last approval; amendments, terminations, voids")
        case .treasury: choose("登记已批准申请的付款和退回", "records payments and returns of approved requests")
        case .auditor: choose("查看、导出、核验，不能写入", "reads, exports, verifies; writes nothing")
        case .admin: choose("管理用户、令牌、日历，看不到金额", "users, tokens, calendars; sees no money")
        }
    }
}
