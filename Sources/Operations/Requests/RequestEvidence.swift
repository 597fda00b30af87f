internal import Audit
public import Contracts
internal import Documents
internal import JSON
public import Payables
internal import Storage
public import Values

/// A fact that an installment's payment rests on, with who recorded it and the document that proves it.
public struct RequestEvidence: Sendable {
    public let fact: Fact
    public let recordedBy: String
    public let recordedAt: Instant
    /// Number of its entry in the contract's journal.
    public let entry: Int
    /// Nil where the fact names none by its hash, or none that the caller may see.
    public let document: Document?
}

/// An installment with its figures on the day of a statement.
public struct InstallmentFigures: Sendable {
    public let statement: Statement
    /// Its place in the schedule, from 0.
    public let position: Int

    public var installment: Installment { statement.terms.installments[position] }
    public var row: InstallmentStatement { statement.installments[position] }

    /// Nil where the terms have none of that id.
    init?(_ statement: Statement, _ id: String) {
        guard let position = statement.terms.installments.firstIndex(where: { $0.id == id }) else { return nil }
        self.statement = statement
        self.position = position
    }

    /// The facts that count on the statement's day and concern the installment, by their places in the dossier.
    var facts: [Int] {
        let dossier = statement.dossier
        return dossier.facts.indices.filter { place in
            dossier.facts[place].on <= dossier.asOf && !dossier.standing.voided.contains(place)
                && dossier.facts[place].concerns(installment, of: statement)
        }
    }
}

extension Workspace {
    /// What an installment's payment rests on, in the order of the journal whose dossier the figures are of.
    func evidence(
        of figures: InstallmentFigures, in journal: ContractJournal, for authority: Authority
    ) async throws -> [RequestEvidence] {
        let (facts, entries) = (figures.statement.dossier.facts, journal.facts)
        let places = figures.facts
        let hashes = places.compactMap { facts[$0].document.flatMap { ContentHash($0.lowercased()) } }
        let documents = try await visibleDocuments(hashes, for: authority)
        return places.map { place in
            let entry = entries[place].entry
            return RequestEvidence(
                fact: facts[place], recordedBy: entry.recordedBy, recordedAt: entry.recordedAt, entry: entry.number,
                document: facts[place].document.flatMap { documents[$0.lowercased()] })
        }
    }
}
