internal import Audit

/// A submission beside what is recorded of its contract.
struct Comparison: Sendable {
    /// Facts that are not recorded yet, with their positions in the submission.
    private(set) var new: [(position: Int, fact: SubmittedFact)] = []
    private(set) var conflicts: [Conflict] = []

    /// Facts are known by their ids; one that is recorded must be the same byte for byte in canonical form.
    init(_ submission: Submission, _ journal: ContractJournal) {
        if journal.entries[0].entry.payload != submission.registration {
            conflicts.append(Conflict(pointer: "/contract", code: .termsDiffer))
        }
        let recorded = Dictionary(
            journal.entries.compactMap { sealed in sealed.entry.kind.factID.map { ($0, sealed.entry.payload) } },
            uniquingKeysWith: { first, _ in first })
        for (position, fact) in submission.facts.enumerated() {
            guard let payload = recorded[fact.id] else {
                new.append((position, fact))
                continue
            }
            if payload != fact.payload {
                conflicts.append(Conflict(pointer: "/facts/\(position)", code: .factDiffers, detail: fact.id))
            }
        }
    }
}
