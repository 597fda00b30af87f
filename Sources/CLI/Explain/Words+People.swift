import Operations
import Values

extension Words {
    func name(of role: Role) -> String {
        switch role {
        case .officer: choose("业务科室经办", "officer")
        case .sectionHead: choose("科室负责人", "section head")
        case .finance: choose("财务", "finance")
        case .head: choose("单位负责人", "head")
        case .treasury: choose("国库支付", "treasury")
        case .auditor: choose("审计", "auditor")
        case .admin: choose("系统管理", "admin")
        }
    }

    func departmentAdded(_ department: Department) -> String {
        choose("已添加单位“\(department.name)”。", "The department “\(department.name)” was added.")
    }

    func accountAdded(_ actor: Actor) -> String {
        choose(
            "已添加账号“\(actor.name)”（\(actor.department.name)）。",
            "The account “\(actor.name)” (\(actor.department.name)) was added.")
    }

    /// The line of a password that was made by chance; nothing for one that was given.
    func secret(_ text: String?) -> String {
        guard let text else { return "" }
        return choose("密码（仅显示这一次）：", "Password (shown this once): ") + text + "\n"
    }

    func passwordSet(_ name: String) -> String {
        choose("已设置“\(name)”的密码，原有会话均已结束。", "The password of “\(name)” was set; its sessions have ended.")
    }

    func rolesSet(_ actor: Actor) -> String {
        let roles = Role.allCases.filter(actor.roles.contains).map(name).joined(separator: listSeparator)
        return choose("“\(actor.name)”的角色：\(roles)", "Roles of “\(actor.name)”: \(roles)")
    }

    func accountDisabled(_ name: String) -> String { choose("已停用账号“\(name)”。", "The account “\(name)” was disabled.") }

    func accountEnabled(_ name: String) -> String { choose("已启用账号“\(name)”。", "The account “\(name)” was enabled.") }

    func accountState(isDisabled: Bool) -> String {
        isDisabled ? choose("已停用", "disabled") : choose("启用", "enabled")
    }

    /// What an auditor sees beside the own department.
    func audited(_ actor: Actor) -> TextTable.Cell {
        switch actor.visibility {
        case .all: return .words(["*"], shown: choose("全部", "all"))
        case .departments(let departments):
            let names = departments.map(\.name).filter { $0 != actor.department.name }.sorted()
            return .words(names, shown: names.joined(separator: listSeparator))
        }
    }

    func tokenIssued(_ token: IssuedToken) -> String {
        let end = token.expiresAt.description.prefix(19)
        return choose(
            "令牌 \(token.id) 有效至 \(end)，仅显示这一次：", "Token \(token.id), valid until \(end), shown this once:")
    }

    func tokenRevoked(_ number: Int64) -> String { choose("已撤销令牌 \(number)。", "Token \(number) was revoked.") }
}

extension Words {
    var departmentColumns: [TextTable.Column] {
        [
            .init(key: "id", title: choose("编号", "id"), alignment: .right),
            .init(key: "name", title: choose("名称", "name")),
            .init(key: "approvalChain", title: choose("付款审批", "approval chain")),
        ]
    }

    var accountColumns: [TextTable.Column] {
        [
            .init(key: "name", title: choose("登录名", "name")),
            .init(key: "displayName", title: choose("姓名", "display name")),
            .init(key: "department", title: choose("单位", "department")),
            .init(key: "roles", title: choose("角色", "roles")),
            .init(key: "audits", title: choose("审计范围", "audits")),
            .init(key: "state", title: choose("状态", "state")),
        ]
    }

    var tokenColumns: [TextTable.Column] {
        [
            .init(key: "id", title: choose("编号", "id"), alignment: .right),
            .init(key: "account", title: choose("账号", "account")),
            .init(key: "label", title: choose("用途", "label")),
            .init(key: "createdAt", title: choose("签发时间", "created at")),
            .init(key: "expiresAt", title: choose("有效至", "expires at")),
            .init(key: "revokedAt", title: choose("撤销时间", "revoked at")),
            .init(key: "lastUsedOn", title: choose("最近使用", "last used on")),
        ]
    }
}
