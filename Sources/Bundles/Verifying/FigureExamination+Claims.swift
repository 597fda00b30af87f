internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Requests
internal import Values

extension FigureExamination {
    /// Computes the dossier and statement that a claim pins, and decides the claim again. Returns the statement.
    mutating func examine(_ pinned: PinnedClaim) throws(ReperformanceError) -> [UInt8] {
        counts.claims += 1
        let (entry, pin) = (pinned.entry, pinned.claim.pin)
        // What was known is everything before it, and the day is the day it was asked for.
        guard pin.version == entry.number - 1, pin.asOf == entry.occurredOn else {
            fault(.pinMisplaced, entry, String(pin.version))
            throw .uncomputable
        }
        let outcome = try recomputation.outcome(of: pinned)
        guard let installment = pinned.installment, let again = outcome.pin(of: installment, version: pin.version)
        else {
            fault(.claimRefused, entry, pinned.request)
            return outcome.json
        }
        if again.dossier != pin.dossier { fault(.dossierDiffers, entry, again.dossier) }
        if again.statement != pin.statement { fault(.statementDiffers, entry, again.statement) }
        if again.payable != pin.payable { fault(.payableDiffers, entry, again.payable.description) }
        let ledger = try outcome.ledger(steps(before: entry.number))
        let standing = try outcome.standing(of: installment, again, ledger)
        do throws(RequestRefusal) { try decide(pinned, ledger[pinned.request], standing) } catch {
            fault(.claimRefused, entry, error.rawValue)
        }
        return outcome.json
    }

    private func decide(
        _ pinned: PinnedClaim, _ request: PaymentRequest?, _ standing: InstallmentStanding
    ) throws(RequestRefusal) {
        let claim = pinned.claim
        if pinned.isFirst {
            guard request == nil else { throw .notOpen }
            let again = try RequestEvent.Claim.raised(amount: claim.amount, on: standing, chain: claim.chain)
            guard again.amount == claim.amount else { throw .exceedsAvailable }
        } else {
            guard let request else { throw .notOpen }
            let context = DecisionContext(
                name: pinned.entry.recordedBy, roles: [], isTreasury: false, isAssessor: false, standing: standing,
                chain: claim.chain)
            guard case .reconfirmed(let again) = try request.step(.reconfirm, in: context),
                again.amount == claim.amount
            else { throw .exceedsAvailable }
        }
    }
}

extension Recomputation.Outcome {
    /// How an installment stands, as whoever decides sees it.
    func standing(
        of installment: String, _ pin: StatementPin, _ ledger: RequestLedger
    ) throws(ReperformanceError) -> InstallmentStanding {
        guard let position = statement.terms.installments.firstIndex(where: { $0.id == installment }) else {
            throw .uncomputable
        }
        let figures = statement.installments[position]
        let held: Money
        do throws(Overflow) { held = try ledger.held(on: installment) } catch { throw .uncomputable }
        return InstallmentStanding(
            pin: pin, isPayable: figures.status == .due || figures.status == .overdue,
            outstanding: figures.outstanding, held: held)
    }
}
