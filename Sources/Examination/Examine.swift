internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Requests
internal import Values

/// Examines one contract: what its journal and what stands elsewhere give cause to ask about, in the order of the
/// rules, and what the rules across contracts need of it. Pure; it throws nothing and tells as
/// ``ExaminationRule/uncomputable`` what could not be judged.
public func examine(
    _ contract: ExaminedContract, _ parameters: ExaminationParameters = ExaminationParameters()
) -> (findings: [AuditFinding], summary: ExaminationSummary?) {
    var examiner = Examiner(contract, parameters)
    let summary = examiner.run()
    return (examiner.findings.inOrder, summary)
}

/// One contract while it is examined.
struct Examiner: ~Copyable {
    let contract: ExaminedContract
    let parameters: ExaminationParameters
    var recomputation: Recomputation
    var findings: [AuditFinding] = []

    init(_ contract: ExaminedContract, _ parameters: ExaminationParameters) {
        self.contract = contract
        self.parameters = parameters
        recomputation = Recomputation(contract.journal, contract.calendars)
    }

    var number: String { contract.journal.contract }

    mutating func run() -> ExaminationSummary? {
        findOffHours()
        do throws(ReperformanceError) {
            let known = try KnownContract(&recomputation, asOf: contract.asOf)
            findRefusedAttempts(known)
            findApprovalsByAssessors(known)
            findRulings(known)
            findVoids(known)
            findDoneAgain(known)
            findPayees(known)
            findSupplements(known)
            for payment in known.payments where !payment.isVoided { examine(payment, known) }
            for position in known.statement.terms.installments.indices { findLateness(of: position, known) }
            return ExaminationSummary(known)
        } catch {
            cannotCompute(contract.journal.head.entry, error)
            return nil
        }
    }

    /// Tells that a rule could not be judged at an entry.
    mutating func cannotCompute(_ entry: JournalEntry, _ error: ReperformanceError) {
        let name = entry.subject
        findings.append(
            AuditFinding(
                .uncomputable, number, subject: name, entry: entry.number, on: entry.occurredOn,
                .cannotCompute(error.rawValue)))
    }
}
