public import Values

extension Installment {
    /// When it is to be paid, and what must be on file before, in words.
    public func paymentTerms(
        in language: Language, of terms: Contract, naming: NameStyle = .asRecorded
    ) -> String {
        let condition = when.sentence(in: language, of: terms, naming: naming)
        let names = needs.map { need in
            switch need {
            case .invoice: language.choose("发票", "the invoices")
            case .event(let name): "“\(naming.name(of: name, in: .events, language))”"
            }
        }
        guard language == .chinese else {
            let time = within.map { "within \($0.words(in: language))" } ?? "on that day"
            let needed = names.isEmpty ? "" : "; before payment: " + names.joined(separator: ", ")
            return "\(condition); to be paid \(time)\(needed)"
        }
        let time = within.map { "条件满足后 \($0.words(in: language))内支付" } ?? "条件满足当日支付"
        return "\(condition)；\(time)" + (names.isEmpty ? "" : "；付款前须具备" + names.joined(separator: "、"))
    }

    /// How its amount is found, in words.
    public func amountTerms(in language: Language, of terms: Contract) -> String {
        switch amount {
        case .fixed(let amount):
            return language.choose("固定金额 \(amount.grouped) 元", "a fixed amount of \(amount.grouped)")
        case .percent(let percentage, let base):
            let base = base.words(in: language, of: terms)
            return language.choose("\(base)的 \(percentage)%", "\(percentage)% of \(base)")
        case .remainder(let base):
            let base = base.words(in: language, of: terms)
            return language.choose("\(base)减去其他各期后的余额", "what the other installments leave of \(base)")
        case .metered(let metering): return metering.sentence(in: language)
        case .withheld(let percentage, let sources):
            let labels = sources.map { "“\(terms.installments[$0].label)”" }.joined(
                separator: language.choose("、", ", "))
            return language.choose(
                "从\(labels)每期净额中扣留 \(percentage)%", "\(percentage)% withheld from the net of each of \(labels)")
        }
    }
}

extension Metering {
    fileprivate func sentence(in language: Language) -> String {
        let prices = unitPrices.map { price in
            let item = NameStyle.inWords.name(of: price.item, in: .items, language)
            return language.choose("\(item)每单位 \(price.price) 元", "\(item) at \(price.price) a unit")
        }.joined(separator: language.choose("，", ", "))
        let most =
            ceiling.map { language.choose("；最多 \($0.grouped) 元", "; at most \($0.grouped)") } ?? ""
        return language.choose(
            "按 \(period.from) 至 \(period.to) 的实际用量计价：\(prices)\(most)",
            "by actual use from \(period.from) to \(period.to): \(prices)\(most)")
    }
}

extension Base {
    /// What a percentage is taken of, in words.
    public func words(in language: Language, of terms: Contract) -> String {
        switch self {
        case .contract: language.choose("合同价", "the contract price")
        case .installment: language.choose("本期金额", "the installment")
        case .year(let year):
            language.choose(
                "第 \(terms.years[year].number) 合同年度费用", "the fee of contract year \(terms.years[year].number)")
        }
    }
}

extension Share {
    /// "合同价的 1%"; with the gross of the installment that it is taken from also in yuan: "合同价的 1%（91,266.00 元）".
    /// A sum too large for money stays a percentage.
    public func words(in language: Language, of terms: Contract, installmentGross gross: Money? = nil) -> String {
        let words = base.words(in: language, of: terms)
        let amount = gross.flatMap { try? terms.amount(of: base, installmentGross: $0).share(percentage) }
        let money = amount.map { language.choose("（\($0.grouped) 元）", " (\($0.grouped))") } ?? ""
        return language.choose("\(words)的 \(percentage)%", "\(percentage)% of \(words)") + money
    }
}
