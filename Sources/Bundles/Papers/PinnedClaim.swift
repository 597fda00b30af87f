internal import Audit
internal import Requests
internal import Values

/// A claim of a payment request with the entry that made it.
struct PinnedClaim {
    let entry: JournalEntry
    let request: String
    /// Nil where a request that is confirmed again was never submitted.
    let installment: String?
    let claim: RequestEvent.Claim
    let isFirst: Bool
}

extension ContractJournal {
    /// All claims in the order of their entries.
    var pinnedClaims: [PinnedClaim] {
        var installments: [String: String] = [:]
        return entries.compactMap { sealed in
            guard case .request(let event) = sealed.entry.kind else { return nil }
            switch event.step {
            case .submitted(let installment, let claim):
                installments[event.request] = installment
                return PinnedClaim(
                    entry: sealed.entry, request: event.request, installment: installment, claim: claim, isFirst: true)
            case .reconfirmed(let claim):
                return PinnedClaim(
                    entry: sealed.entry, request: event.request, installment: installments[event.request],
                    claim: claim, isFirst: false)
            default: return nil
            }
        }
    }
}

extension Recomputation {
    /// The statement that a claim rests on.
    mutating func outcome(of pinned: PinnedClaim) throws(BundleError) -> Outcome {
        let pin = pinned.claim.pin
        return try outcome(entries: pin.version, asOf: pin.asOf, knownAt: pinned.entry.recordedAt) {
            ContentHash(of: $0.json).description == pin.statement
        }
    }
}
