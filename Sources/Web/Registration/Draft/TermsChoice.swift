internal import JSON

/// A choice between forms that a part of the terms may have. The name of its field is the kind, a colon and the place:
/// `amount:/contract/installments/0/amount`.
struct TermsChoice: Sendable {
    enum Kind: String, CaseIterable, Sendable {
        case amount, within, when, period, source, veto, failures, cap, attach
    }

    let kind: Kind
    let place: String

    init(_ kind: Kind, _ place: String) {
        self.kind = kind
        self.place = place
    }

    init?(name: String) {
        guard let colon = name.firstIndex(of: ":"), let kind = Kind(rawValue: String(name[..<colon])) else {
            return nil
        }
        self.init(kind, String(name[name.index(after: colon)...]))
    }

    var name: String { kind.rawValue + ":" + place }
}

extension TermsDraft {
    /// Which form a part has now; empty for none.
    func chosen(_ choice: TermsChoice) -> String {
        let names = Set((self[choice.place]?.members ?? [:]).keys)
        switch choice.kind {
        case .amount: return AmountForm.allCases.first { names.contains($0.rawValue) }?.rawValue ?? ""
        case .within: return ["days", "workingDays", "months"].first(where: names.contains) ?? ""
        case .when: return ConditionForm(names)?.rawValue ?? ""
        case .period:
            if self["/contract/years"] != nil { return "years" }
            return self["/contract/term"] == nil ? "none" : "term"
        case .source: return names.contains("combine") ? "combine" : names.contains("sheet") ? "sheet" : "score"
        case .veto: return self[choice.place] == nil ? "" : text(choice.place + "/effect")
        case .failures, .cap: return self[choice.place] == nil ? "" : "yes"
        case .attach:
            let id = text(choice.place + "/id")
            return list("/contract/installments").first { $0["/assessedBy"]?.text == id }?["/id"]?.text ?? ""
        }
    }

    /// Gives a part another form and keeps of what it had whatever fits.
    mutating func choose(_ choice: TermsChoice, _ value: String) {
        guard value != chosen(choice) else { return }
        let place = choice.place
        switch choice.kind {
        case .amount: if let form = AmountForm(rawValue: value) { self[place] = form.opening }
        case .within:
            let count = self[place]?.members.values.first ?? .string("")
            self[place] = value.isEmpty ? nil : .object([value: count])
        case .when: if let form = ConditionForm(rawValue: value) { self[place] = form.opening(self[place], years) }
        case .period: choosePeriod(value)
        case .source: chooseSource(place, value)
        case .veto:
            guard !value.isEmpty else { return self[place] = nil }
            if self[place] == nil { self[place] = .object(["criteria": .array([])]) }
            self[place + "/effect"] = .string(value)
        case .failures:
            self[place] = value.isEmpty ? nil : Self.share.with("criteria", .array([]))
        case .cap: self[place] = value.isEmpty ? nil : Self.share
        case .attach: attach(text(place + "/id"), to: value)
        }
    }

    /// A percentage that is still open, of the installment.
    static let share = JSONDocument.object(["percent": .string(""), "of": .string("installment")])

    private mutating func choosePeriod(_ value: String) {
        let (from, to) = (text("/contract/term/from"), text("/contract/term/to"))
        self["/contract/years"] = nil
        self["/contract/term"] = nil
        switch value {
        case "years":
            var year = Self.open(["fee"])
            year["/year"] = .number(1)
            year["/from"] = .string(from)
            year["/to"] = .string(to)
            self["/contract/years"] = .array([year])
        case "term": self["/contract/term"] = Self.open(["from", "to"])
        default: return
        }
    }

    private mutating func chooseSource(_ place: String, _ value: String) {
        for name in ["sheet", "combine", "decimals"] { self["\(place)/\(name)"] = nil }
        if value == "sheet" { self[place + "/sheet"] = .array([Self.criterion(1)]) }
        if value == "combine" { self[place + "/combine"] = .array([Self.open(["assessment", "weight"])]) }
    }

    /// One installment bears an assessment's deductions, or none.
    private mutating func attach(_ assessment: String, to installment: String) {
        for (index, element) in list("/contract/installments").enumerated() {
            let place = "/contract/installments/\(index)/assessedBy"
            if element["/id"]?.text == installment {
                self[place] = .string(assessment)
            } else {
                if element["/assessedBy"]?.text == assessment { self[place] = nil }
            }
        }
    }

    static func criterion(_ number: Int) -> JSONDocument {
        open(["label", "max", "each"]).with("id", .string("c\(number)"))
    }
}

extension JSONDocument {
    /// An object with one member more.
    func with(_ name: String, _ value: JSONDocument) -> JSONDocument {
        var changed = self
        changed["/" + name] = value
        return changed
    }
}

/// How the gross of an installment is found.
enum AmountForm: String, CaseIterable, Sendable {
    case percent, fixed, remainder, metered, withheld

    /// The form with everything open.
    var opening: JSONDocument {
        switch self {
        case .percent: .object(["percent": .string(""), "of": .string("contract")])
        case .fixed: TermsDraft.open(["fixed"])
        case .remainder: .object(["remainder": .string("contract")])
        case .metered:
            TermsDraft.open(["max"]).with("metered", TermsDraft.open(["from", "to"]).with("unitPrices", .object([:])))
        case .withheld: .object(["withheld": TermsDraft.open(["percent"]).with("from", .array([]))])
        }
    }
}

/// The forms of a condition, as people choose between them.
enum ConditionForm: String, CaseIterable, Sendable {
    case event, count
    case afterMonths = "after-months"
    case afterDays = "after-days"
    case date, yearStarts, yearElapsed, yearEnds, contractEnds, invoice, clear, all, any

    init?(_ names: Set<String>) {
        if names.contains("after") {
            self = names.contains("days") ? .afterDays : .afterMonths
        } else if let form = Self.allCases.first(where: { names.contains($0.rawValue) }) {
            self = form
        } else {
            return nil
        }
    }

    var isList: Bool { self == .all || self == .any }

    /// The form with what fits of the present condition, the rest open.
    func opening(_ present: JSONDocument?, _ years: [String]) -> JSONDocument {
        let members = present?.members ?? [:]
        let event = members["event"] ?? members["count"] ?? members["after"] ?? .string("")
        let number = members["months"] ?? members["days"] ?? members["atLeast"] ?? .string("")
        let year =
            members["yearStarts"] ?? members["yearElapsed"] ?? members["yearEnds"]
            ?? years.first.flatMap { Int($0) }.map { .number($0) } ?? .string("")
        switch self {
        case .event: return .object(["event": event])
        case .count: return .object(["count": event, "atLeast": number])
        case .afterMonths: return .object(["after": event, "months": number])
        case .afterDays: return .object(["after": event, "days": number])
        case .date: return TermsDraft.open(["date"])
        case .yearStarts, .yearEnds: return .object([rawValue: year])
        case .yearElapsed: return .object([rawValue: year, "months": number])
        case .contractEnds, .invoice: return .object([rawValue: .literal("true")])
        case .clear: return .object(["clear": .string("quality")])
        case .all, .any:
            if let parts = members["all"] ?? members["any"] { return .object([rawValue: parts]) }
            return .object([rawValue: .array(present.map { [$0] } ?? [])])
        }
    }
}
