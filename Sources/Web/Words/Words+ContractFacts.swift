internal import Contracts
internal import Examination
internal import HTML
internal import Operations
internal import Requests
internal import Values

/// What was recorded, in sentences.
extension Words {
    var historyCaption: String { choose("履行记录，最近的在前", "History, the latest first") }
    var entryNumber: String { choose("序号", "No.") }
    var happenedOn: String { choose("发生日期", "Happened on") }
    var whatHappened: String { choose("内容", "What happened") }
    var recorded: String { choose("登记", "Recorded") }
    var evidence: String { choose("文件与哈希", "Document and hash") }
    var fromTheLatest: String { choose("从最近的看起", "From the latest") }

    func noteText(_ note: String) -> String { choose("备注：\(note)", "Note: \(note)") }
    func voidedBecause(_ reason: String) -> String { choose("已作废：\(reason)", "Voided: \(reason)") }
    func voidThis(_ number: Int) -> String { choose("作废第 \(number) 条", "Void no. \(number)") }
    func entry(_ number: Int) -> String { choose("第 \(number) 条记录", "entry no. \(number)") }

    /// “发票 0003”（第 12 条）, for links to the history.
    func factTitle(_ fact: Fact, number: Int) -> String {
        let word = EntryWord.fact(fact.kind.name).text(in: language)
        let detail =
            switch fact.kind {
            case .event(let name, _): " " + eventName(name)
            case .invoice(_, let number, _): " " + number
            default: ""
            }
        return choose("第 \(number) 条 \(word)\(detail)", "no. \(number) \(word)\(detail)")
    }

    func eventName(_ name: String) -> String { NameStyle.inWords.name(of: name, in: .events, language) }

    /// An identifier with the words that people know it by.
    func known(_ words: String, _ name: String) -> String { choose("\(words)（\(name)）", "\(words) (\(name))") }

    private func quoted(_ name: String) -> String { "“\(name)”" }

    func registered(_ terms: Contract) -> String {
        choose(
            "登记合同“\(terms.title)”，合同价 \(yuan(terms.price))", "“\(terms.title)” registered, price \(yuan(terms.price))")
    }

    /// What a fact says; labels are those of the terms in force.
    func sentence(of fact: Fact, _ terms: Contract) -> String {
        switch fact.kind {
        case .event(let name, let count):
            let times = count == 1 ? "" : choose("，数量 \(count)", ", count \(count)")
            return quoted(eventName(name)) + choose("发生", " happened") + times
        case .invoice(let id, let number, let amount):
            let label = quoted(label(ofInstallment: id, terms))
            return choose("收到\(label)发票 \(number)，\(yuan(amount))", "invoice \(number) for \(label), \(yuan(amount))")
        case .usage(let id, let item, let quantity):
            let (label, item) = (
                quoted(label(ofInstallment: id, terms)), NameStyle.inWords.name(of: item, in: .items, language)
            )
            return choose("\(label)用量：\(item) \(quantity)", "\(label): \(item) \(quantity) used")
        case .assessment(let result): return sentence(of: result, terms)
        case .rectificationWaived(let id):
            return choose("\(assessmentName(id, terms))：放弃整改", "\(assessmentName(id, terms)): rectification waived")
        case .ruling(let id, let deduction, let reason):
            return choose(
                "\(assessmentName(id, terms))：裁定扣减 \(yuan(deduction))，理由：\(reason)",
                "\(assessmentName(id, terms)): a ruling deducts \(yuan(deduction)), for: \(reason)")
        case .objection(let name):
            let name = quoted(objectionName(name))
            return choose("提出异议\(name)", "objection \(name) raised")
        case .objectionResolved(let name):
            let name = quoted(objectionName(name))
            return choose("异议\(name)已解决", "objection \(name) resolved")
        default: return moneyOrTerms(fact.kind, terms)
        }
    }

    private func moneyOrTerms(_ kind: Fact.Kind, _ terms: Contract) -> String {
        switch kind {
        case .paid(let id, let amount, let voucher, let source):
            let label = quoted(label(ofInstallment: id, terms))
            let details = [
                voucher.map { choose("凭证 \($0)", "voucher \($0)") }, source.map { choose("资金来源 \($0)", "from \($0)") },
            ].compactMap(\.self)
            return ([choose("支付\(label) \(yuan(amount))", "\(yuan(amount)) paid for \(label)")] + details)
                .joined(separator: comma)
        case .returned(let id, let amount, _):
            let label = quoted(label(ofInstallment: id, terms))
            return choose("退回\(label) \(yuan(amount))", "\(yuan(amount)) returned for \(label)")
        case .amended(let terms):
            return choose("签订补充协议，合同价 \(yuan(terms.price))", "supplementary agreement, price \(yuan(terms.price))")
        case .terminated(let reason): return choose("合同终止，原因：\(reason)", "contract terminated, for: \(reason)")
        case .voided(let fact, let reason):
            return choose("作废记录 \(fact)，原因：\(reason)", "\(fact) voided, for: \(reason)")
        default: return ""
        }
    }

    private func sentence(of result: AssessmentResult, _ terms: Contract) -> String {
        var parts = [
            choose(
                "\(assessmentName(result.assessment, terms))第 \(result.round) 轮",
                "\(assessmentName(result.assessment, terms)), round \(result.round)")
        ]
        switch result.score {
        case .score(let score): parts.append(choose("得分 \(score)", "score \(score)"))
        case .incidents(let incidents):
            let sheet = terms.assessments.first { $0.id == result.assessment }?.sheet ?? []
            let list = incidents.map { incident in
                (sheet.first { $0.id == incident.criterion }?.label ?? incident.criterion) + " × \(incident.count)"
            }
            parts.append(
                list.isEmpty ? choose("没有扣分事项", "no incidents") : list.joined(separator: choose("、", ", ")))
        }
        for (name, criteria) in [
            (choose("不达标：", "failed: "), result.failed), (choose("一票否决：", "vetoed by: "), result.vetoed),
        ] where !criteria.isEmpty {
            let names = criteria.map { NameStyle.inWords.name(of: $0, in: .criteria, language) }
            parts.append(name + names.joined(separator: choose("、", ", ")))
        }
        return parts.joined(separator: comma)
    }

    /// What a step of a payment request says.
    func sentence(of event: RequestEvent, _ terms: Contract) -> String {
        switch event.step {
        case .submitted(let id, let claim):
            let label = quoted(label(ofInstallment: id, terms))
            return choose("为\(label)申请 \(yuan(claim.amount))", "\(yuan(claim.amount)) asked for \(label)")
        case .approved(let role): return choose("\(roleName(role))同意", "approved as \(roleName(role))")
        case .rejected(let reason): return choose("理由：\(reason)", "for: \(reason)")
        case .withdrawn(let reason): return reason.map { choose("理由：\($0)", "for: \($0)") } ?? ""
        case .stale(let payable):
            return payable.map { choose("应付变为 \(yuan($0))", "payable is now \(yuan($0))") }
                ?? choose("条款中已没有该期", "the terms no longer have the installment")
        case .reconfirmed(let claim):
            return choose("重新申请 \(yuan(claim.amount))", "\(yuan(claim.amount)) asked for again")
        case .paid: return ""
        }
    }

    private func roleName(_ role: ApprovalRole) -> String {
        switch role {
        case .sectionHead: name(of: .sectionHead)
        case .finance: name(of: .finance)
        case .head: name(of: .head)
        }
    }

    private func objectionName(_ name: String) -> String { NameStyle.inWords.name(of: name, in: .objections, language) }

    private func assessmentName(_ id: String, _ terms: Contract) -> String {
        quoted(terms.assessments.first { $0.id == id }?.label ?? id)
    }
}
