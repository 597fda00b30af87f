public import Contracts
public import Values

extension Contract {
    /// All of the terms in words, section by section: who has read them knows the rules of the contract.
    public func clauses(in language: Language) -> [ClauseSection] {
        [general(language)] + installments.indices.map { clauses(ofInstallment: $0, language) }
            + assessments.indices.map { clauses(ofAssessment: $0, language) }
    }

    private func general(_ language: Language) -> ClauseSection {
        func choose(_ chinese: String, _ english: String) -> String { language.choose(chinese, english) }
        var section = ClauseSection(choose("合同", "Contract"), pointer: "", key: "contract")
        section.add("number", choose("合同编号", "Number"), number)
        section.add("title", choose("合同名称", "Title"), title)
        section.add("buyer", choose("采购人", "Buyer"), buyer)
        section.add("supplier", choose("供应商", "Supplier"), supplier)
        section.add("price", choose("合同价款", "Price"), choose("\(price.grouped) 元", "CNY \(price.grouped)"))
        section.add("signedOn", choose("签订日期", "Signed on"), signedOn.description)
        for (position, year) in years.enumerated() {
            let period = "\(year.period.from) — \(year.period.to)"
            section.add(
                "years/\(position)", choose("第 \(year.number) 合同年度", "Contract year \(year.number)"),
                choose("\(period)，费用 \(year.fee.grouped) 元", "\(period), fee CNY \(year.fee.grouped)"),
                key: "years/\(year.number)")
        }
        section.add("term", choose("合同期限", "Term"), term.map { "\($0.from) — \($0.to)" })
        section.add("excess", choose("超额扣减", "Excess deduction"), excess.sentence(in: language))
        section.add("lateInterest", choose("逾期利息", "Late interest"), lateInterestTerms(in: language))
        for (position, rule) in termination.enumerated() {
            section.add(
                "termination/\(position)", choose("解除合同", "Right to terminate"), rule.sentence(in: language, of: self))
        }
        return section
    }

    private func clauses(ofInstallment position: Int, _ language: Language) -> ClauseSection {
        func choose(_ chinese: String, _ english: String) -> String { language.choose(chinese, english) }
        let installment = installments[position]
        var section = ClauseSection(
            installment.label, pointer: "/installments/\(position)", key: "installment:\(installment.id)")
        section.add("label", choose("名称", "Name"), installment.label)
        let kinds = FormList.kind.choices
        section.add(
            "kind", choose("类型", "Kind"),
            kinds.first { $0.code == installment.kind.rawValue }?.words.text(in: language))
        section.add(
            "year", choose("合同年度", "Contract year"),
            installment.year.map { choose("第 \(years[$0].number) 年", "year \(years[$0].number)") })
        section.add("amount", choose("金额", "Amount"), installment.amountTerms(in: language, of: self))
        section.add(
            "when", choose("付款条件", "Condition"), installment.when.sentence(in: language, of: self, naming: .inWords))
        section.add(
            "within", choose("付款期限", "Time to pay"),
            installment.within.map {
                choose("条件满足后 \($0.words(in: language))内", "within \($0.words(in: language)) of the condition")
            } ?? choose("条件满足当日", "on the day of the condition"))
        section.add(
            "assessedBy", choose("考核", "Assessed by"), installment.assessedBy.map { "“\(assessments[$0].label)”" })
        section.add("needs", choose("付款前须具备", "On file before payment"), needs(of: installment, language))
        return section
    }

    private func needs(of installment: Installment, _ language: Language) -> String? {
        guard !installment.needs.isEmpty else { return nil }
        return installment.needs.map { need in
            switch need {
            case .invoice: language.choose("发票", "the invoices")
            case .event(let name): "“\(NameStyle.inWords.name(of: name, in: .events, language))”"
            }
        }.joined(separator: language.choose("、", ", "))
    }

    private func clauses(ofAssessment position: Int, _ language: Language) -> ClauseSection {
        let assessment = assessments[position]
        var section = ClauseSection(
            assessment.label, pointer: "/assessments/\(position)", key: "assessment:\(assessment.id)")
        section.add("label", language.choose("名称", "Name"), assessment.label)
        for rule in assessment.sentences(in: language, of: self) {
            let steps = rule.place.split(separator: "/")
            let member = steps.joined(separator: "/")
            section.add(
                member.isEmpty ? "score" : member, Self.title(ofRule: steps.first.map { String($0) }, language),
                rule.text, key: assessment.key(ofRule: steps))
        }
        return section
    }

    private static func title(ofRule member: String?, _ language: Language) -> String {
        switch member {
        case "bands": language.choose("得分分档", "Band")
        case "points": language.choose("按分扣减", "Points")
        case "failures": language.choose("指标不达标", "Failed criteria")
        case "veto": language.choose("一票否决", "Veto")
        case "cap": language.choose("扣减上限", "Cap")
        case "rectifications": language.choose("整改", "Rectification")
        default: language.choose("评分", "Score")
        }
    }
}

extension Assessment {
    /// Bands and rules of points are known by their limits, for their places change when one is added.
    fileprivate func key(ofRule steps: [Substring]) -> String? {
        guard steps.count == 2, let place = Int(steps[1]) else { return nil }
        switch steps[0] {
        case "bands": return "bands/\(bands[place].fromText)"
        case "points": return "points/\(points[place].pointsBelow)"
        default: return nil
        }
    }
}
