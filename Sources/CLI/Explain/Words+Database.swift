import Contracts
import Operations
import Payables
import Reports
import Tables
import Values

extension Words {
    var listSeparator: String { choose("、", ", ") }

    func initialised(migrations: Int) -> String {
        migrations == 0
            ? choose("数据库已就绪，无需更新。", "The database is ready; nothing was to be done.")
            : choose("数据库已就绪，执行了 \(migrations) 项结构更新。", "The database is ready; \(migrations) migrations were applied.")
    }

    var rolesMissing: String {
        choose(
            "数据库用户无权创建角色，请由管理员执行 sql/roles.sql。",
            "the database's user may not create roles; let an administrator run sql/roles.sql")
    }

    func imported(_ summary: ImportSummary) -> String {
        choose(
            "登记合同 \(summary.registered) 份，续录 \(summary.appended) 份，无变化 \(summary.unchanged) 份，拒绝 \(summary.refused) 份；新增记录 \(summary.facts) 条。",
            "\(summary.registered) registered, \(summary.appended) appended, \(summary.unchanged) unchanged, \(summary.refused) refused; \(summary.facts) facts recorded."
        )
    }

    func rebuilt(_ contracts: Int) -> String {
        choose("已按日志重算 \(contracts) 份合同。", "\(contracts) contracts were computed afresh from the journal.")
    }

    /// A line for each thing that is wrong with a refused dossier.
    func refusal(_ result: ImportResult) -> [String] {
        switch result.outcome {
        case .registered, .appended, .unchanged: []
        case .invalid(let problems): problems.list.map(line)
        case .conflicting(let conflicts): conflicts.map(line)
        }
    }

    func line(_ problem: Problem) -> String {
        "\(problem.pointer) \(problem.code.rawValue): \(problem.message(in: language))"
    }

    func line(_ conflict: Conflict) -> String {
        "\(conflict.pointer) \(conflict.code.rawValue): \(conflict.message(in: language))"
    }

    /// A status by its stored name.
    func status(_ name: String) -> String {
        InstallmentStatement.Status(rawValue: name).map { self.name(of: $0) } ?? name
    }

    /// One of `blockedBy`; a need is an event's own name.
    func blocker(_ name: String) -> String { Wording.blocker(name).text(in: language) }
}
