internal import Audit
internal import Postgres
internal import Storage

/// The journals of many contracts, some at a time and each verified: what is in memory does not grow with them.
struct ContractPages: Sendable {
    let database: Database
    /// In order.
    let numbers: [String]

    /// Journals read in one round trip.
    static let size = 50

    /// Calls a body with each page, in order.
    nonisolated(nonsending) func forEach(
        _ body: nonisolated(nonsending) ([ContractJournal]) async throws -> Void
    ) async throws {
        var rest = numbers[...]
        while !rest.isEmpty {
            let page = Array(rest.prefix(Self.size))
            rest = rest.dropFirst(page.count)
            let journals = try await mappingErrors { try await database.journals(of: page) }
            try await body(page.compactMap { journals[$0] })
        }
    }
}
