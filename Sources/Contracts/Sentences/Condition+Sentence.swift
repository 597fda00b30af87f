public import Values

extension Condition {
    /// The condition in words; the terms give the days of its contract years.
    public func sentence(
        in language: Language, of terms: Contract, naming: NameStyle = .asRecorded
    ) -> String {
        let names = { (id: String) in naming.name(of: id, in: .events, language) }
        return language == .chinese ? chinese(terms, names, naming) : english(terms, names, naming)
    }

    private func chinese(_ terms: Contract, _ name: (String) -> String, _ naming: NameStyle) -> String {
        switch self {
        case .event(let event): "“\(name(event))”发生"
        case .count(let event, let least): "“\(name(event))”累计达到 \(least)"
        case .date(let day): "\(day) 届至"
        case .after(let event, let span): "“\(name(event))”之后满 \(span.words(in: .chinese))"
        case .yearStarts(let year): "第 \(terms.years[year].number) 合同年度开始（\(terms.years[year].period.from)）"
        case .yearElapsed(let year, let months): "第 \(terms.years[year].number) 合同年度满 \(months) 个月"
        case .yearEnds(let year): "第 \(terms.years[year].number) 合同年度届满（\(terms.years[year].period.to)）"
        case .contractEnds: terms.endsOn.map { "合同期满（\($0)）" } ?? "合同期满"
        case .invoice: "发票收齐"
        case .clear(let objection): "异议“\(naming.name(of: objection, in: .objections, .chinese))”全部解决（或未提出）"
        case .all(let parts): joined(parts, by: "，且", "（", "）") { $0.chinese(terms, name, naming) }
        case .any(let parts): joined(parts, by: "，或", "（", "）") { $0.chinese(terms, name, naming) }
        }
    }

    private func english(_ terms: Contract, _ name: (String) -> String, _ naming: NameStyle) -> String {
        switch self {
        case .event(let event): "“\(name(event))” has happened"
        case .count(let event, let least): "“\(name(event))” has reached \(least)"
        case .date(let day): "\(day) has come"
        case .after(let event, let span): "\(span.words(in: .english)) have passed since “\(name(event))”"
        case .yearStarts(let year):
            "contract year \(terms.years[year].number) has begun (\(terms.years[year].period.from))"
        case .yearElapsed(let year, let months):
            "\(months) months of contract year \(terms.years[year].number) have passed"
        case .yearEnds(let year): "contract year \(terms.years[year].number) has ended (\(terms.years[year].period.to))"
        case .contractEnds: terms.endsOn.map { "the contract has ended (\($0))" } ?? "the contract has ended"
        case .invoice: "all invoices have been received"
        case .clear(let objection):
            "every objection “\(naming.name(of: objection, in: .objections, .english))” is resolved, or none was raised"
        case .all(let parts): joined(parts, by: ", and ", "(", ")") { $0.english(terms, name, naming) }
        case .any(let parts): joined(parts, by: ", or ", "(", ")") { $0.english(terms, name, naming) }
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
    /// "30 日", "10 个工作日", "3 months".
    public func words(in language: Language) -> String {
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
