extension Words {
    /// What the page of the access log says.
    var accessLog: AccessLogWords { AccessLogWords(words: self) }
}

/// What the page of the access log says.
struct AccessLogWords {
    let words: Words

    private func choose(_ chinese: String, _ english: String) -> String { words.choose(chinese, english) }

    var lead: String {
        choose("登录、管理操作和被拒绝的尝试，从新到旧。", "Log-ins, administration and refused attempts, newest first.")
    }
    var at: String { choose("时间", "At") }
    var account: String { choose("账号", "Account") }
    var address: String { choose("来源", "From") }
    var action: String { choose("操作", "Action") }
    var subject: String { choose("对象", "Subject") }
    var detail: String { choose("说明", "Detail") }
    var outcome: String { choose("结果", "Outcome") }
    var done: String { choose("已执行", "done") }
    var refused: String { choose("已拒绝", "refused") }
    var from: String { choose("从哪一天", "From") }
    var until: String { choose("到哪一天", "To") }
    var console: String { choose("控制台", "console") }
    var nobody: String { choose("（未知账号）", "(no such account)") }

    /// What is told of an act; of those that the program tells by a code, its words.
    func detail(_ text: String) -> String {
        switch text {
        case "password": choose("密码", "password")
        case "code": choose("口令", "code")
        case "password and code": choose("密码和口令", "password and code")
        case "wrong-password": choose("密码错误", "wrong password")
        case "wrong-code": choose("口令错误", "wrong code")
        case "used-code": choose("口令已用过", "code used before")
        case "code-missing": choose("缺少口令", "code missing")
        case "unknown-name": choose("没有此账号", "no such account")
        case "disabled": choose("账号已停用", "account disabled")
        case "forbidden": choose("角色无此权限", "not permitted by the roles")
        case "own-account": choose("不能对本人账号执行", "own account")
        default: text
        }
    }

    /// What an act is; its name where there are no words for it.
    func name(of action: String) -> String {
        Self.acts.first { $0.name == action }.map { choose($0.chinese, $0.english) } ?? action
    }

    /// The acts by the names that never change, as somebody may look for them.
    static let acts: [(name: String, chinese: String, english: String)] = [
        ("log-in", "登录", "log in"),
        ("confirm", "再次验证身份", "prove again who one is"),
        ("create-account", "添加用户", "add an account"),
        ("set-roles", "设置角色", "set roles"),
        ("set-password", "重置密码", "reset a password"),
        ("disable-account", "停用账号", "disable an account"),
        ("enable-account", "启用账号", "enable an account"),
        ("revoke-sessions", "结束会话", "end sessions"),
        ("reset-second-factor", "重置动态口令", "reset a second factor"),
        ("change-password", "修改本人密码", "change one's own password"),
        ("begin-second-factor", "开始设置动态口令", "begin a second factor"),
        ("complete-second-factor", "启用动态口令", "take a second factor into use"),
        ("remove-second-factor", "停用动态口令", "remove one's second factor"),
        ("end-own-sessions", "结束本人会话", "end one's own sessions"),
        ("issue-token", "签发令牌", "issue a token"),
        ("revoke-token", "吊销令牌", "revoke a token"),
        ("create-department", "添加单位", "add a department"),
        ("set-approval-chain", "设置审批链", "set a chain of approval"),
        ("set-bank-account-cooling", "设置账户冷静期", "set the cooling time of bank accounts"),
        ("replace-calendar", "更换日历", "replace the calendar"),
        ("store-document", "上传附件", "upload a document"),
        ("read-document", "查看附件", "read a document"),
        ("propose-bank-account", "提出收款账户", "propose a bank account"),
        ("confirm-bank-account", "确认收款账户", "confirm a bank account"),
        ("reject-bank-account", "驳回收款账户", "reject a bank account"),
        ("withdraw-bank-account", "撤回收款账户", "withdraw a bank account"),
        ("list-people", "查看用户", "list accounts"),
        ("list-tokens", "查看令牌", "list tokens"),
        ("read-access-log", "查看访问日志", "read the access log"),
        ("read-contract", "查看合同", "read a contract"),
        ("list-contracts", "列出合同", "list contracts"),
        ("read-journal", "查看日志", "read the journal"),
        ("raise-request", "提出付款申请", "raise a payment request"),
        ("decide-request", "审批付款申请", "decide on a payment request"),
        ("record-payment", "登记付款", "record a payment"),
        ("record-return", "登记退回", "record a return"),
        ("record-fact", "登记事实", "record a fact"),
        ("register-contract", "登记合同", "register a contract"),
        ("export-report", "导出报表", "export a report"),
        ("export-bundle", "导出归档包", "export a bundle"),
        ("read-history", "查看合同历史", "read a history"),
        ("read-statement", "查看对账单", "read a statement"),
        ("read-request", "查看付款申请", "read a payment request"),
        ("list-requests", "列出付款申请", "list payment requests"),
        ("list-positions", "列出待付", "list the work list"),
        ("read-bank-accounts", "查看收款账户", "read bank accounts"),
        ("export-ocds", "导出开放数据", "export open data"),
        ("print-form", "打印审批单", "print an approval form"),
        ("print-paper", "打印文书", "print a paper"),
        ("what-if", "假设测算", "ask what if"),
        ("read-curve", "查看考核曲线", "read a curve"),
        ("read-checkpoint", "查看检查点", "read a checkpoint"),
        ("read-proof", "查看证明", "read a proof"),
        ("read-log", "查看封存日志", "read the log"),
        ("list-departments", "列出单位", "list departments"),
        ("read-own-security", "查看本人安全设置", "read one's own security"),
    ]
}
