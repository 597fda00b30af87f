internal import Audit
internal import Payables
internal import Reperformance
internal import Requests
internal import Values

extension FigureExamination {
    /// Decides a step of a payment request again. Which roles somebody had is not in the journal; that nobody acted
    /// twice, and in the order of the chain, is.
    mutating func examine(_ step: RecordedStep) throws(ReperformanceError) {
        let decision: Decision
        var roles: Set<ApprovalRole> = []
        switch step.event.step {
        case .submitted, .reconfirmed, .paid: return
        case .stale(let payable): return try examineStale(step, payable)
        case .approved(let role):
            decision = .approve
            roles = [role]
        case .rejected(let reason):
            decision = .reject(reason: reason)
            roles = Set(ApprovalRole.allCases)
        case .withdrawn(let reason): decision = .withdraw(reason: reason)
        }
        counts.steps += 1
        let before = journal.entries[step.entry - 2].entry
        let payments = try recomputation.payments(
            entries: before.number, asOf: journal.entries[step.entry - 1].entry.occurredOn)
        let request = try ledger(before: step.entry, payments)[step.event.request]
        guard let request else { return fault(.stepRefused, step, RequestRefusal.notOpen.rawValue) }
        // How the installment stood is computed again where money is asked for and where it goes out.
        let standing = InstallmentStanding(pin: request.claim.pin, isPayable: true, outstanding: .zero, held: .zero)
        let context = DecisionContext(
            name: step.by, roles: roles, isTreasury: true, isAssessor: false, standing: standing,
            chain: request.claim.chain)
        do throws(RequestRefusal) {
            if try request.step(decision, in: context) != step.event.step { fault(.stepRefused, step, "role") }
        } catch { fault(.stepRefused, step, error.rawValue) }
    }

    /// A request becomes stale when what is payable is no longer what it pinned.
    private mutating func examineStale(_ step: RecordedStep, _ payable: Money?) throws(ReperformanceError) {
        counts.steps += 1
        let entry = journal.entries[step.entry - 1].entry
        let outcome = try recomputation.outcome(
            entries: step.entry - 1, asOf: entry.occurredOn, knownAt: entry.recordedAt)
        let request = try outcome.ledger(steps(before: step.entry))[step.event.request]
        guard let request, request.state.holds else {
            return fault(.stepRefused, step, RequestRefusal.notOpen.rawValue)
        }
        let now = outcome.pin(of: request.installment, version: 0)?.payable
        if now != payable || now == request.claim.pin.payable {
            fault(.stepRefused, step, now?.description ?? "-")
        }
    }

    private func ledger(before entry: Int, _ payments: [String: Money]) throws(ReperformanceError) -> RequestLedger {
        do throws(Overflow) { return try RequestLedger(Array(steps(before: entry)), payments: payments) } catch {
            throw .uncomputable
        }
    }
}
