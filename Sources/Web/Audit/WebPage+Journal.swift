internal import Operations
internal import HTML
internal import Serving
internal import Values

extension WebPage {
    /// The journal and one of its entries. Those of the office, which belong to no contract, have paths of their own.
    static let journal: [WebPage] = [
        .get(
            "/audit/journal", AuditPlace.journal.access, query: ["contract", "from", "to", "limit", "cursor"]
        ) { try await journalList($0) },
        .get("/audit/journal/{contract}/{number}", AuditPlace.journal.access) { visit in
            try await journalEntry(visit, of: visit.path[0], visit.path[1])
        },
        .get("/audit/journal/{contract}/{number}/bytes", AuditPlace.journal.access) { visit in
            try await journalBytes(visit, of: visit.path[0], visit.path[1])
        },
        .get("/audit/office/{number}", AuditPlace.journal.access) { visit in
            try await journalEntry(visit, of: "", visit.path[0])
        },
        .get("/audit/office/{number}/bytes", AuditPlace.journal.access) { visit in
            try await journalBytes(visit, of: "", visit.path[0])
        },
    ]

    private static func journalList(_ visit: Visit) async throws -> Answer {
        let words = visit.words
        var form = visit.asked([
            Field(name: "contract", label: words.audit.contractNumber),
            Field(name: "from", label: words.audit.fromDay, kind: .day),
            Field(name: "to", label: words.audit.toDay, kind: .day),
        ])
        let read = visit.reading(&form) { query in
            var filter = JournalFilter()
            filter.contract = query.text("contract")
            filter.from = query.startingMoment("from")
            filter.until = query.moment("to").map { Instant(microseconds: $0.microseconds + 1) }
            return (filter, query.page())
        }
        guard let (filter, page) = read else {
            return auditPage(visit, .journal, isFaulty: true) { form.filtering(at: visit.place, in: words) }
        }
        let lines = try await visit.workspace.journal(
            filter, behind: try page.keys(3), limit: page.limit, by: try visit.caller())
        return auditPage(visit, .journal) {
            element("p") { words.audit.journalLead }
            form.filtering(at: visit.place, in: words)
            journalTable(lines, words)
            nextPage(visit, page, lines.count) { lines.last?.mark }
        }
    }

    private static func journalEntry(_ visit: Visit, of contract: String, _ number: String) async throws -> Answer {
        let entry = try await visit.workspace.journalEntry(
            try entryNumber(number), of: contract, by: try visit.caller())
        let words = visit.words.audit
        let owner = contract.isEmpty ? words.office : contract
        return auditPage(visit, .journal, title: "\(owner) \(words.entryTitle(entry.entry.number))") {
            entryNodes(entry, of: contract, visit.words)
        }
    }

    private static func journalBytes(_ visit: Visit, of contract: String, _ number: String) async throws -> Answer {
        let entry = try await visit.workspace.journalEntry(
            try entryNumber(number), of: contract, by: try visit.caller())
        return .download(entry.bytes, "application/json", as: "entry-\(number).json")
    }

    private static func entryNumber(_ text: String) throws -> Int {
        guard let number = Int(text), (1...Int(Int32.max)).contains(number) else { throw Refusal.unknownPath }
        return number
    }
}

extension Visit {
    /// The path without what is asked for.
    var place: String { String(address.prefix { $0 != "?" }) }
}
