internal import Operations
internal import Payables
internal import Values

/// What the pages say, in the reader's language (architecture.md, section 6). Words of one set of pages stand in an
/// extension of its own.
struct Words: Sendable {
    let language: Language

    func choose(_ chinese: String, _ english: String) -> String { language.choose(chinese, english) }

    var product: String { choose("合同付款台账", "Contract payments") }
    var skipToContent: String { choose("跳到正文", "Skip to content") }
    var navigation: String { choose("主导航", "Main navigation") }
    var logOut: String { choose("退出", "Log out") }
    var otherLanguage: String { choose("English", "中文") }
    var optional: String { choose("选填", "optional") }
    var pleaseCheck: String { choose("请检查以下内容", "Please check the following") }
    var search: String { choose("查询", "Search") }
    var save: String { choose("保存", "Save") }
    var back: String { choose("返回", "Back") }
    var nextPage: String { choose("下一页", "Next page") }
    var nothingHere: String { choose("没有记录。", "Nothing here.") }
    var anyOption: String { choose("全部", "all") }

    func name(of section: Section) -> String {
        switch section {
        case .desk: choose("工作台", "Work desk")
        case .contracts: choose("合同", "Contracts")
        case .assessments: choose("考核", "Assessments")
        case .payments: choose("付款", "Payments")
        case .audit: choose("审计", "Audit")
        case .system: choose("系统", "System")
        }
    }

    func name(of role: Role) -> String {
        switch role {
        case .officer: choose("业务科室经办", "Officer")
        case .sectionHead: choose("科室负责人", "Section head")
        case .finance: choose("财务", "Finance")
        case .head: choose("单位负责人", "Head")
        case .treasury: choose("国库支付", "Treasury")
        case .auditor: choose("审计", "Auditor")
        case .admin: choose("系统管理", "Administrator")
        }
    }

    /// The name of a status as projections store it.
    func name(ofStatus status: String) -> String {
        InstallmentStatement.Status(rawValue: status)?.name(in: language) ?? status
    }
}
