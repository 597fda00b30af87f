internal import Audit
internal import Contracts
internal import Payables
internal import Reperformance
internal import Requests
internal import Values

/// Everything that is known of a contract on the day of the report.
struct KnownContract {
    /// As of the day of the report, with the newest calendar.
    let statement: Payables.Statement
    /// All facts in the order of the dossier, with their entries, whatever their days.
    let records: [Record]
    /// Those that were voided by now.
    let voided: Set<Int>
    /// Those that had happened by the day of the report.
    let payments: [Contracts.Payment]
    let requests: [PaymentRequest]
    let registration: JournalEntry

    /// A fact with the entry that tells it.
    struct Record {
        let fact: Fact
        let entry: JournalEntry

        var isRecorded: Bool { entry.origin == .recorded }
    }

    init(_ recomputation: inout Recomputation, asOf day: CalendarDay) throws(ReperformanceError) {
        let journal = recomputation.journal
        let now = try recomputation.outcome(
            entries: journal.entries.count, asOf: day, knownAt: Instant(microseconds: .max))
        statement = now.statement
        let dossier = now.statement.dossier
        records = zip(dossier.facts, journal.factSequence).map { Record(fact: $0, entry: $1.entry) }
        voided = dossier.standing.voided
        payments = dossier.payments.filter { $0.on <= day }
        requests = try now.ledger(journal.requestSteps).requests
        registration = journal.entries[0].entry
    }

    /// Facts that had happened by the day of the report and stand, with their positions.
    var standing: [(position: Int, record: Record)] {
        let asOf = statement.dossier.asOf
        return records.enumerated().filter { $0.element.fact.on <= asOf && !voided.contains($0.offset) }
            .map { ($0.offset, $0.element) }
    }

    /// What an installment is paid or invoiced with; nil for other facts.
    static func amount(of fact: Fact) -> (installment: String, amount: Money)? {
        switch fact.kind {
        case .invoice(let installment, _, let amount), .paid(let installment, let amount, _, _),
            .returned(let installment, let amount, _):
            (installment, amount)
        default: nil
        }
    }
}

extension Contract {
    /// Position of an installment; nil where the terms do not have it.
    func position(of installment: String) -> Int? { installments.firstIndex { $0.id == installment } }
}
