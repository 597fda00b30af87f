internal import JSON
internal import Values

/// Rows that are added, moved, copied and taken away.
extension TermsDraft {
    /// Adds a row to a list, open but for what follows from the others; its place.
    @discardableResult
    mutating func add(to list: String) -> String {
        let count = self.list(list).count
        let place = "\(list)/\(count)"
        if self[list] == nil { self[list] = .array([]) }
        self[place] = row(of: list, count)
        return place
    }

    private func row(of list: String, _ count: Int) -> JSONDocument {
        switch list.split(separator: "/").last {
        case "installments":
            return Self.open(["label"]).with("id", .string(freeID("p", list))).with("kind", .string("milestone"))
                .with("amount", AmountForm.percent.opening).with("when", ConditionForm.event.opening(nil, []))
                .with("within", Self.open(["days"])).with("needs", .array([.string("invoice")]))
        case "assessments":
            return Self.open(["label"]).with("id", .string(freeID("a", list))).with("rectifications", .number(0))
                .with("bands", .array([])).with("points", .array([]))
        case "years":
            let last = self.list(list).last?["/to"]?.text.flatMap { CalendarDay($0) }
            let from = last.flatMap { try? $0.adding(days: 1) }
            let to = from.flatMap { try? $0.adding(months: 12) }.flatMap { try? $0.adding(days: -1) }
            return Self.open(["fee"]).with("year", .number((years.compactMap { Int($0) }.max() ?? 0) + 1))
                .with("from", .string(from?.description ?? "")).with("to", .string(to?.description ?? ""))
        case "sheet": return Self.criterion(count + 1)
        case "combine": return Self.open(["assessment", "weight"])
        case "bands": return Self.share.with("from", .string(""))
        case "points":
            return Self.share.with("pointsBelow", .string("")).with("fraction", .string(""))
        case "termination": return Self.open(["below", "times"]).with("series", .array([]))
        default: return ConditionForm.event.opening(nil, [])
        }
    }

    /// An id that no row of a list has.
    private func freeID(_ stem: String, _ list: String) -> String {
        let taken = Set(names(list).map(\.id))
        var number = taken.count + 1
        while taken.contains(stem + String(number)) { number += 1 }
        return stem + String(number)
    }

    /// Takes away what stands at a place, and what refers to it.
    mutating func remove(_ place: String) {
        let id = text(place + "/id")
        self[place] = nil
        guard !id.isEmpty else { return }
        switch Self.list(of: place) {
        case "/contract/installments": replace(id, with: nil, at: Self.installmentReferences)
        case "/contract/assessments": replace(id, with: nil, at: Self.assessmentReferences)
        default: return
        }
    }

    /// Exchanges a row with the one before it, or behind it.
    mutating func move(_ place: String, by distance: Int) {
        let list = Self.list(of: place)
        var rows = self.list(list)
        guard let index = place.split(separator: "/").last.flatMap({ Int($0) }), rows.indices.contains(index),
            rows.indices.contains(index + distance)
        else { return }
        rows.swapAt(index, index + distance)
        self[list] = .array(rows)
    }

    /// Puts a copy behind a row, with an id of its own; its place.
    mutating func copy(_ place: String) -> String {
        let list = Self.list(of: place)
        var rows = self.list(list)
        guard let index = place.split(separator: "/").last.flatMap({ Int($0) }), rows.indices.contains(index) else {
            return place
        }
        var row = rows[index]
        row["/id"] = .string(freeID(list.hasSuffix("assessments") ? "a" : "p", list))
        // Two installments cannot bear the deductions of one assessment.
        row["/assessedBy"] = nil
        rows.insert(row, at: index + 1)
        self[list] = .array(rows)
        return "\(list)/\(index + 1)"
    }

    /// Splits the price over the contract years, to the fen.
    mutating func splitPrice() {
        let count = Int64(list("/contract/years").count)
        guard let price = Money(text("/contract/price")) else { return }
        for index in list("/contract/years").indices {
            guard let part = price.part(Int64(index) + 1, of: count) else { continue }
            self["/contract/years/\(index)/fee"] = .string(part.description)
        }
    }

    /// Adds an item to unit prices that are kept by item.
    mutating func addItem(_ item: String, to place: String) {
        guard !item.isEmpty, self["\(place)/\(JSONValue.token(item))"] == nil else { return }
        self["\(place)/\(JSONValue.token(item))"] = .string("")
    }

    static func list(of place: String) -> String {
        String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
    }
}

/// References from one part of the terms to another.
extension TermsDraft {
    /// Members that name an installment, or an assessment: a text, or a list of them.
    private static let installmentReferences: Set = ["from"]
    private static let assessmentReferences: Set = ["assessedBy", "assessment", "series"]

    /// Follows an id that was changed in the form: whatever named the old one names the new one.
    mutating func follow(_ name: String, from old: String, to new: String) {
        guard name.hasSuffix("/id"), !old.isEmpty, !new.isEmpty, old != new else { return }
        switch Self.list(of: Self.list(of: name)) {
        case "/contract/installments": replace(old, with: new, at: Self.installmentReferences)
        case "/contract/assessments": replace(old, with: new, at: Self.assessmentReferences)
        default: return
        }
    }

    private mutating func replace(_ old: String, with new: String?, at names: Set<String>) {
        document = Self.replaced(document, names, old, new)
    }

    private static func replaced(
        _ value: JSONDocument, _ names: Set<String>, _ old: String, _ new: String?
    ) -> JSONDocument {
        switch value {
        case .object(let members):
            var changed: [String: JSONDocument] = [:]
            for (name, member) in members {
                guard names.contains(name) else {
                    changed[name] = replaced(member, names, old, new)
                    continue
                }
                switch member {
                case .string(old): changed[name] = new.map { .string($0) }
                case .array(let elements):
                    changed[name] = .array(elements.compactMap { $0 == .string(old) ? new.map { .string($0) } : $0 })
                default: changed[name] = member
                }
            }
            return .object(changed)
        case .array(let elements): return .array(elements.map { replaced($0, names, old, new) })
        case .string, .literal: return value
        }
    }
}
