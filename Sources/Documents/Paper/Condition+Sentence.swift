internal import Contracts
internal import Values

extension Condition {
    /// The condition in words; the terms give the days of its contract years.
    func sentence(in language: Language, of terms: Contract) -> String {
        language == .chinese ? chinese(terms) : english(terms)
    }

    private func chinese(_ terms: Contract) -> String {
        switch self {
        case .event(let name): "“\(name)”发生"
        case .count(let name, let least): "“\(name)”累计达到 \(least)"
        case .date(let day): "\(day) 届至"
        case .after(let name, let span): "“\(name)”之后满 \(span.words(in: .chinese))"
        case .yearStarts(let year): "第 \(terms.years[year].number) 合同年度开始（\(terms.years[year].period.from)）"
        case .yearElapsed(let year, let months): "第 \(terms.years[year].number) 合同年度满 \(months) 个月"
        case .yearEnds(let year): "第 \(terms.years[year].number) 合同年度届满（\(terms.years[year].period.to)）"
        case .contractEnds: terms.endsOn.map { "合同期满（\($0)）" } ?? "合同期满"
        case .invoice: "发票收齐"
        case .clear(let name): "异议“\(name)”全部解决（或未提出）"
        case .all(let parts): joined(parts, by: "，且", "（", "）") { $0.chinese(terms) }
        case .any(let parts): joined(parts, by: "，或", "（", "）") { $0.chinese(terms) }
        }
    }

    private func english(_ terms: Contract) -> String {
        switch self {
        case .event(let name): "“\(name)” has happened"
        case .count(let name, let least): "“\(name)” has reached \(least)"
        case .date(let day): "\(day) has come"
        case .after(let name, let span): "\(span.words(in: .english)) have passed since “\(name)”"
        case .yearStarts(let year):
            "contract year \(terms.years[year].number) has begun (\(terms.years[year].period.from))"
        case .yearElapsed(let year, let months):
            "\(months) months of contract year \(terms.years[year].number) have passed"
        case .yearEnds(let year): "contract year \(terms.years[year].number) has ended (\(terms.years[year].period.to))"
        case .contractEnds: terms.endsOn.map { "the contract has ended (\($0))" } ?? "the contract has ended"
        case .invoice: "all invoices have been received"
        case .clear(let name): "every objection “\(name)” is resolved, or none was raised"
        case .all(let parts): joined(parts, by: ", and ", "(", ")") { $0.english(terms) }
        case .any(let parts): joined(parts, by: ", or ", "(", ")") { $0.english(terms) }
        }
    }

    /// Parts that are lists themselves stand in brackets, so that it is clear what belongs together.
    private func joined(
        _ parts: [Condition], by separator: String, _ open: String, _ close: String, _ words: (Condition) -> String
    ) -> String {
        if parts.count == 1 { return words(parts[0]) }
        return parts.map { part in
            switch part {
            case .all(let list) where list.count > 1, .any(let list) where list.count > 1: open + words(part) + close
            default: words(part)
            }
        }.joined(separator: separator)
    }
}

extension Span {
    func words(in language: Language) -> String {
        switch (self, language) {
        case (.days(let count), .chinese): "\(count) 日"
        case (.workingDays(let count), .chinese): "\(count) 个工作日"
        case (.months(let count), .chinese): "\(count) 个月"
        case (.days(let count), .english): "\(count) days"
        case (.workingDays(let count), .english): "\(count) working days"
        case (.months(let count), .english): "\(count) months"
        }
    }
}

extension Installment {
    /// When it is to be paid, and what must be on file before, in words.
    func paymentTerms(in language: Language, of terms: Contract) -> String {
        let condition = when.sentence(in: language, of: terms)
        let names = needs.map { need in
            switch need {
            case .invoice: language == .chinese ? "发票" : "the invoices"
            case .event(let name): "“\(name)”"
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
}
