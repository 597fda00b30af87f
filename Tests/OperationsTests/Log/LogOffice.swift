import Audit
import Postgres
import Storage
import TestSupport
import Testing
import Values

@testable import Operations

/// A workspace with a signing key, and what tests ask of its log.
struct LogOffice {
    static let name = "meishan.example/tranche"
    let test: TestWorkspace
    let signer: SignerDirectory
    let key: VerifierKey

    var workspace: Workspace { test.workspace }

    /// Lends one with some contracts of three entries each.
    static func lend(
        contracts: Int = 2, faults: FaultPlan? = nil, _ body: (LogOffice) async throws -> Void
    ) async throws {
        try await withScratchDirectory { directory in
            let signer = SignerDirectory(directory + "/log")
            let key = try signer.create(name: name, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
            try await TestWorkspace.lend(faults: faults, signer: signer) { test in
                let office = LogOffice(test: test, signer: signer, key: key)
                if contracts > 0 { try await office.add((1...contracts).map { "A-\($0)" }) }
                try await body(office)
            }
        }
    }

    /// Registers contracts of three entries each.
    func add(_ numbers: [String]) async throws {
        try await test.importing(
            numbers.map { number in
                SmallContract.dossier(
                    number, facts: [SmallContract.signed, SmallContract.invoice("i", "N-\(number)")])
            })
    }

    /// Records one fact more.
    func record(_ event: String, of number: String = "A-1") async throws {
        let fact = #"{"kind":"event","event":"\#(event)","on":"2024-02-01"}"#
        _ = try await workspace.recordFact(Array(fact.utf8), of: number)
    }

    /// The checkpoint of a note that the log's key signed.
    func checkpoint(_ note: SignedNote, by keys: [VerifierKey]? = nil) throws -> Checkpoint {
        try Checkpoint.verified(note, by: keys ?? [key]).checkpoint
    }

    /// Contract, number and bytes of the log's entries, from left to right, as the owner of the database reads them.
    func entries() async throws -> [LoggedEntry] {
        try await test.asOwner { try await $0.loggedEntries(from: 0, limit: 10_000) }
    }
}

extension [LoggedEntry] {
    /// The log that the entries make.
    var frontier: Frontier {
        get throws { try reduce(into: Frontier()) { log, entry in _ = try log.append(.leaf(entry.bytes)) } }
    }

    /// Whether the entries of each contract stand in the order of their numbers, without a gap.
    var isOrdered: Bool {
        var last: [String: Int] = [:]
        for entry in self {
            guard entry.number == last[entry.contract, default: 0] + 1 else { return false }
            last[entry.contract] = entry.number
        }
        return true
    }
}
