import Operations
import Values

extension Words {
    func secondFactorReset(_ name: String) -> String {
        choose(
            "已停用“\(name)”的动态口令，原有会话均已结束。",
            "The second factor of “\(name)” was removed; its sessions have ended.")
    }

    func approvalChainSet(_ department: Department) -> String {
        let steps = (department.approvalChain + [.treasury]).map(name).joined(separator: " → ")
        return choose("“\(department.name)”的付款审批：\(steps)", "Payments of “\(department.name)”: \(steps)")
    }

    func approvalChain(_ department: Department) -> TextTable.Cell {
        let roles = department.approvalChain
        return .words(roles.map(\.rawValue), shown: roles.map(name).joined(separator: " → "))
    }

    func outcome(isDone: Bool) -> String { isDone ? choose("已执行", "done") : choose("已拒绝", "refused") }

    var accessLogColumns: [TextTable.Column] {
        [
            .init(key: "number", title: choose("序号", "no."), alignment: .right),
            .init(key: "at", title: choose("时间", "at")),
            .init(key: "actor", title: choose("账号", "account")),
            .init(key: "address", title: choose("来源", "from")),
            .init(key: "action", title: choose("操作", "action")),
            .init(key: "subject", title: choose("对象", "subject")),
            .init(key: "detail", title: choose("说明", "detail")),
            .init(key: "outcome", title: choose("结果", "outcome")),
        ]
    }
}
