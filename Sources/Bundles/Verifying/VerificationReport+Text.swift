internal import Audit
public import Values

extension VerificationReport {
    /// What was checked and what is wrong, line by line, for people.
    public func lines(in language: Language) -> [String] {
        let isChinese = language == .chinese
        var lines = isChinese ? chineseCounts : englishCounts
        lines += notices.map { ($0.isWarning ? isChinese ? "注意：" : "Note: " : "") + $0.text(in: language) }
        if isFine { return lines + [isChinese ? "结论：未发现问题。" : "Verdict: nothing is wrong."] }
        lines += faults.map { $0.message(in: language) }
        if faultCount > faults.count {
            let more = faultCount - faults.count
            lines.append(isChinese ? "……另有 \(more) 处" : "… and \(more) more")
        }
        return lines + [
            isChinese ? "结论：发现 \(faultCount) 处问题，不可采信。" : "Verdict: \(faultCount) faults; do not rely on it."
        ]
    }

    private var chineseCounts: [String] {
        let log = checkpoint.map { "日志 \($0.origin.printable)，\($0.size) 条，根哈希 \($0.root)" }
        return (log.map { [$0] } ?? []) + [
            "文件 \(counts.files) 个，\(counts.bytes) 字节，与清单逐一核对",
            "签名 \(counts.signatures) 个；与 \(counts.olderCheckpoints) 个先前检查点一致",
            "合同 \(counts.contracts) 份，分录 \(counts.entries) 条（机关日志 \(counts.officeEntries) 条），逐条验证链接及其在日志中的位置",
            "付款申请依据 \(counts.claims) 项、办理步骤 \(counts.steps) 项、付款 \(counts.payments) 笔，重新计算结算单 \(counts.statements) 份",
            "文档 \(counts.documents) 份，核对哈希",
        ]
    }

    private var englishCounts: [String] {
        let log = checkpoint.map { "Log \($0.origin.printable), \($0.size) entries, root \($0.root)" }
        return (log.map { [$0] } ?? []) + [
            "\(counts.files) files of \(counts.bytes) bytes, each compared with the manifest",
            "\(counts.signatures) signatures; consistent with \(counts.olderCheckpoints) earlier checkpoints",
            "\(counts.contracts) contracts, \(counts.entries) entries (\(counts.officeEntries) of the office), each verified in its chain and its place in the log",
            "\(counts.claims) claims, \(counts.steps) steps and \(counts.payments) payments decided again, \(counts.statements) statements computed",
            "\(counts.documents) documents, hashes compared",
        ]
    }
}

extension VerificationReport.Notice {
    /// Whether it weakens what the verdict says.
    var isWarning: Bool {
        switch self {
        case .keyFromBundle, .notWholeLog, .documentsMissing, .calendarDiffers, .dictionaryDiffers: true
        case .overpaidInstallments, .calendarsNotInLog, .workbookNotComputed: false
        }
    }

    /// The sentence that an auditor reads.
    public func text(in language: Language) -> String { language == .chinese ? chinese : english }

    private var chinese: String {
        switch self {
        case .keyFromBundle(let key): "未提供已知公钥，签名仅以包内公钥验证，请与另行取得的公钥核对：\("\(key)".printable)"
        case .notWholeLog: "归档包不含完整日志，合同末尾是否缺少分录只能由完整日志或台账核对"
        case .documentsMissing(let count, let recorded): "有 \(count) 份被引用的文档不在库中，其中 \(recorded) 份为登记时引用"
        case .overpaidInstallments(let count): "有 \(count) 期付款超过应付金额（见结算单）"
        case .calendarDiffers: "包内的内置日历与本程序的不同"
        case .dictionaryDiffers: "包内的说明文件与本程序的不同"
        case .workbookNotComputed: "payments.xlsx 便于查阅，仅核对哈希；重新计算的是各合同的 payments.csv"
        case .calendarsNotInLog(let count): "另有 \(count) 份日历不在日志中，请与国务院办公厅通知核对"
        }
    }

    private var english: String {
        switch self {
        case .keyFromBundle(let key):
            "no key was given, and the signature was verified with the bundle's own; compare it with one from elsewhere: \("\(key)".printable)"
        case .notWholeLog:
            "the bundle does not hold the whole log; entries missing at the end of a contract would not show"
        case .documentsMissing(let count, let recorded):
            "\(count) documents that facts name are not there, \(recorded) of them named by recorded facts"
        case .overpaidInstallments(let count): "\(count) installments are paid above their payable"
        case .calendarDiffers: "the built-in calendar of the bundle is another one than this program's"
        case .dictionaryDiffers: "README.md of the bundle is another one than this program's"
        case .workbookNotComputed:
            "payments.xlsx is for reading and only its hash is compared; what is computed again is payments.csv"
        case .calendarsNotInLog(let count):
            "\(count) calendars are not in the log; compare them with the State Council's notices"
        }
    }
}
