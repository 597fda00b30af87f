internal import Contracts
internal import Values

/// Forms by which something is recorded of a contract.
extension Words {
    func backTo(_ contract: String) -> String { choose("返回合同 \(contract)", "Back to \(contract)") }

    func verb(of kind: FactKind) -> String {
        switch kind {
        case .event: choose("登记事件", "Record an event")
        case .invoice: choose("登记发票", "Record an invoice")
        case .usage: choose("登记用量", "Record usage")
        case .objection: choose("提出异议", "Raise an objection")
        case .objectionResolved: choose("解决异议", "Resolve an objection")
        case .terminated: choose("终止合同", "Terminate the contract")
        default: kind.rawValue
        }
    }

    var event: String { choose("事件", "Event") }
    var eventHint: String { choose("合同条款所等待的事件。", "The events that the terms wait for.") }
    var otherEvent: String { choose("其他事件", "Another event") }
    var otherEventHint: String {
        choose("上面没有的才填写：小写字母、数字和连字符。", "Only where it is not above: small letters, digits and hyphens.")
    }
    var count: String { choose("数量", "Count") }
    var countHint: String {
        choose("条款按累计数量付款时填写，如到货台数；一般不填。", "Where the terms count, such as devices delivered; else leave it.")
    }
    var invoiceNumber: String { choose("发票号码", "Invoice number") }
    var item: String { choose("项目", "Item") }
    var quantity: String { choose("数量", "Quantity") }
    var objection: String { choose("异议事项", "Objection") }
    var reason: String { choose("理由", "Reason") }
    var note: String { choose("备注", "Note") }
    var terminationHint: String {
        choose(
            "终止后，尚未起算的各期将取消；质量保证金照常。下一步会显示对各期的影响。",
            "Installments whose clock has not started are cancelled, holdbacks are not. The next step shows what changes."
        )
    }
    var documentFile: String { choose("附件", "Document") }
    var documentFileHint: String {
        choose("PDF、OFD、XML、PNG、JPEG 或 TIFF，不超过 20 MiB。", "PDF, OFD, XML, PNG, JPEG or TIFF, at most 20 MiB.")
    }
    var showChanges: String { choose("下一步：查看影响", "Next: see what changes") }
    var cancel: String { choose("取消", "Cancel") }
    var record: String { choose("确认登记", "Record it") }
    var change: String { choose("返回修改", "Change it") }
    var terminateNow: String { choose("确认终止合同", "Terminate the contract") }
    var somebodyWasFaster: String {
        choose(
            "在您查看期间，这份合同有了新的登记。以下影响已按最新情况重新计算，请再确认。",
            "Something was recorded of this contract meanwhile. What changes is computed afresh: please look again.")
    }
    var whatItChanges: String { choose("将会改变", "What it changes") }
    var changesNothing: String { choose("各期金额、状态和日期都不变。", "No amount, status or date changes.") }
    var wholeContract: String { choose("合同合计", "whole contract") }
    var figure: String { choose("项目", "Figure") }
    var before: String { choose("变化前", "Before") }
    var after: String { choose("变化后", "After") }
    var difference: String { choose("差额（元）", "Difference (CNY)") }
    var becomesStale: String {
        choose("以下付款申请将失效，须重新确认或撤回：", "These payment requests will have to be confirmed again or withdrawn: ")
    }

    func figuresBeforeAndAfter(_ day: CalendarDay) -> String {
        choose("截至 \(text(of: day)) 的变化（单位：元）", "Changes as of \(text(of: day)) (CNY)")
    }
    func documentKept(_ name: String) -> String {
        choose("已上传附件“\(name)”，再选文件则替换。", "“\(name)” is uploaded; choosing a file replaces it.")
    }
    func withDocument(_ name: String) -> String { choose("附件：\(name)", "Document: \(name)") }
    func factRecorded(_ number: Int) -> String { choose("已登记为第 \(number) 条记录。", "Recorded as entry no. \(number).") }

    func voidTitle(_ number: Int) -> String { choose("作废第 \(number) 条记录", "Void entry no. \(number)") }
    var voidHint: String {
        choose(
            "作废不会删除记录：原记录保留并划去，作废本身成为一条新记录。",
            "Nothing is deleted: the entry stays, struck through, and voiding it is an entry of its own.")
    }
    var voidedOn: String { choose("作废日期", "Voided on") }
    var voidNow: String { choose("确认作废", "Void it") }
    var cannotBeVoided: String { choose("这条记录不能作废：", "This entry cannot be voided:") }
    func factVoided(_ number: Int) -> String { choose("第 \(number) 条记录已作废。", "Entry no. \(number) is voided.") }

    var amend: String { choose("登记补充协议", "Record a supplementary agreement") }
    var amendIntroduction: String {
        choose(
            "下面是现行条款。改成新条款，或上传新条款文件；下一步逐条对照新旧条款，并显示结算的变化，确认后才登记。",
            "Below are the terms in force. Change them, or upload the new ones; the next step compares them clause by clause and shows what becomes of the statement. Nothing is recorded before."
        )
    }
    var amendedOn: String { choose("补充协议生效日期", "In force from") }
    var termsFile: String { choose("新条款文件", "File with the new terms") }
    var termsFileHint: String { choose("JSON 或 YAML；选了文件就不看下面的文本。", "JSON or YAML; it goes before the text below.") }
    var newTerms: String { choose("新条款全文", "The whole new terms") }
    var newTermsHint: String { choose("JSON 或 YAML，与登记合同时的格式相同。", "JSON or YAML, as for registering a contract.") }
    var giveTerms: String { choose("请粘贴新条款，或选择文件。", "Paste the new terms, or choose a file.") }
    var compareTerms: String { choose("下一步：对照新旧条款", "Next: compare") }
    var recordAmendment: String { choose("确认登记补充协议", "Record the agreement") }
    var termsCompared: String { choose("新旧条款对照", "The terms side by side") }
    var termsAreTheSame: String { choose("条款没有变化。", "The terms are the same.") }
    var unchangedClauses: String { choose("未变条款", "Clauses that stay") }
    var section: String { choose("部分", "Part") }
    var clauseHead: String { choose("条款", "Clause") }
    var statementsCompared: String { choose("结算的变化", "What became of the statement") }
    var amendmentVoided: String { choose("这份补充协议后来已作废。", "This agreement was voided later.") }
    func changedClauses(_ count: Int) -> String { choose("\(count) 处条款变化", "\(count) clauses changed") }
    func unreadableTerms(_ place: String, isYAML: Bool) -> String {
        isYAML
            ? choose("无法读取：YAML 第 \(place)（行:列）", "Not readable as YAML: \(place)")
            : choose("无法读取：JSON 第 \(place) 字节附近有误。", "Not readable as JSON, near byte \(place).")
    }

    var uploadDocument: String { choose("上传文件", "Upload a document") }
    var uploadHint: String {
        choose(
            "文件以其内容的哈希值命名保存；登记事实时也可直接附上文件。",
            "A document is kept under the hash of its bytes. Facts can also be recorded with one at once.")
    }
    var documentHash: String { choose("文件哈希（SHA-256）：", "Hash of the document (SHA-256):") }
    var chooseFile: String { choose("请选择文件。", "Choose a file.") }
    func documentStored(_ name: String) -> String { choose("已保存：\(name)", "Stored: \(name)") }
}
