import JSON

/// The names that terms define, read ahead of the terms themselves so that references resolve in any order.
struct TermsIndex {
    let years: [Int?]
    let installments: NameIndex
    let assessments: NameIndex
    let hasEnd: Bool

    init(_ contract: JSONValue) {
        years = (contract.member("years")?.elements).map { $0.map { $0.member("year")?.integer } } ?? []
        installments = NameIndex(Self.names(contract.member("installments")))
        assessments = NameIndex(Self.names(contract.member("assessments")))
        hasEnd = !years.isEmpty || contract.member("term") != nil
    }

    private static func names(_ list: JSONValue?) -> [String] {
        list?.elements.map { $0.member("id")?.text ?? "" } ?? []
    }
}

/// Positions by name: a scan while there are few, a table from there on.
struct NameIndex {
    let names: [String]
    private let table: [String: Int]?

    init(_ names: [String]) {
        self.names = names
        table = names.count > 24 ? Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first }) : nil
    }

    subscript(name: String) -> Int? {
        if let table { return table[name] }
        return names.firstIndex(of: name)
    }
}
