public import Audit
public import Requests
internal import Values

/// A claim of a payment request with the entry that made it.
public struct PinnedClaim {
    public let entry: JournalEntry
    public let request: String
    /// Nil where a request that is confirmed again was never submitted.
    public let installment: String?
    public let claim: RequestEvent.Claim
    /// Submitted, not confirmed again.
    public let isFirst: Bool
}

extension ContractJournal {
    /// All claims in the order of their entries.
    public var pinnedClaims: [PinnedClaim] {
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
    public mutating func outcome(of pinned: PinnedClaim) throws(ReperformanceError) -> Outcome {
        let pin = pinned.claim.pin
        return try outcome(entries: pin.version, asOf: pin.asOf, knownAt: pinned.entry.recordedAt) {
            ContentHash(of: $0.json).description == pin.statement
        }
    }
}
