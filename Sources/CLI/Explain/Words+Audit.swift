import Audit
import Documents
import Operations

extension Words {
    func cosigned(by key: VerifierKey) -> String {
        choose("已加入见证人 \(key.name) 的签名。", "The signature of \(key.name) was added.")
    }

    func keyRotated(from old: VerifierKey, to new: VerifierKey) -> String {
        choose("签名密钥已更换：\n旧 \(old)\n新 \(new)", "The signing key was rotated:\nold \(old)\nnew \(new)")
    }

    func keyCreated(_ key: VerifierKey) -> String {
        choose(
            "已生成签名密钥，请将公钥抄送审计：\n\(key)",
            "A signing key was made; give its public part to your auditors:\n\(key)")
    }

    var verifiedColumns: [TextTable.Column] {
        [
            .init(key: "contract", title: choose("合同编号", "contract")),
            .init(key: "entries", title: choose("分录", "entries"), alignment: .right),
            .init(key: "head", title: choose("最后分录哈希", "hash of the last entry")),
        ]
    }

    func written(_ bytes: Int, to name: String) -> String {
        choose("已写入 \(name)（\(bytes) 字节）。", "\(name): \(bytes) bytes.")
    }

    func seed(_ seed: String) -> String { choose("种子：\(seed)", "Seed: \(seed)") }

    func recorded(contracts: Int, facts: Int) -> String {
        choose("登记合同 \(contracts) 份，记录 \(facts) 条。", "\(contracts) contracts and \(facts) facts are recorded.")
    }

    func line(_ problem: ImportProblem) -> String {
        "\(problem.sheet)!\(problem.cell) \(problem.code): \(problem.message(in: language))"
    }

    func exported(_ bundle: Bundle, bytes: Int, to name: String) -> String {
        choose(
            "已写入 \(name)：合同 \(bundle.contracts.count) 份，日志 \(bundle.size) 条，\(bytes) 字节。",
            "\(name): \(bundle.contracts.count) contracts, a log of \(bundle.size) entries, \(bytes) bytes.")
    }
}
