internal import Audit
internal import Contracts
internal import Payables
internal import Postgres
internal import Values

/// The row of a contract: its statement's totals and its next payment, for a journal's head and a day.
struct ContractRow: Sendable {
    let journalHead: SealedEntry
    let statement: Statement
    let nextChangeOn: CalendarDay?
    let calendar: String

    typealias Statement = Payables.Statement

    var next: InstallmentStatement? { statement.next.map { statement.installments[$0] } }

    init(_ journal: ContractJournal, _ statement: Statement) {
        journalHead = journal.head
        self.statement = statement
        nextChangeOn = statement.nextChangeOn
        calendar = Self.calendarName(journal.entries[0].entry.payload)
    }

    /// A registration's payload begins with the calendar, a word or a table of its own.
    private static func calendarName(_ registration: [UInt8]) -> String {
        for name in ["none", "weekends", "CN"] where registration.starts(with: "{\"calendar\":\"\(name)\",".utf8) {
            return name
        }
        return "own"
    }
}

extension ContractRow {
    static let table = Table<ContractRow>("contract", key: 1, terms + head + totals + next)

    private static let terms: [Column<ContractRow>] = [
        Column("number", .text) { .text($0.journalHead.entry.contract) },
        Column("title", .text) { .text($0.statement.terms.title) },
        Column("buyer", .text) { .text($0.statement.terms.buyer) },
        Column("supplier", .text) { .text($0.statement.terms.supplier) },
        Column("price_fen", .bigint) { .money($0.statement.terms.price) },
        Column("signed_on", .date) { .day($0.statement.terms.signedOn) },
        Column("calendar", .text) { .text($0.calendar) },
    ]
    private static let head: [Column<ContractRow>] = [
        Column("version", .integer) { .int64(Int64($0.journalHead.entry.number)) },
        Column("head_hash", .bytes) { .bytes($0.journalHead.hash.bytes) },
        Column("recorded_at", .instant) { .instant($0.journalHead.entry.recordedAt) },
        Column("as_of", .date) { .day($0.statement.dossier.asOf) },
        Column("next_change_on", .date) { .day($0.nextChangeOn) },
    ]
    private static let totals: [Column<ContractRow>] = [
        Column("paid_fen", .bigint) { .money($0.statement.paid) },
        Column("payable_now_fen", .bigint) { .money($0.statement.payableNow) },
        Column("outstanding_fen", .bigint) { .money($0.statement.outstanding) },
        Column("deducted_fen", .bigint) { .money($0.statement.deducted) },
        Column("claim_fen", .bigint) { .money($0.statement.claim) },
        Column("waived_fen", .bigint) { .money($0.statement.waived) },
    ]
    private static let next: [Column<ContractRow>] = [
        Column("next_installment", .text) { row in
            .text(row.statement.next.map { row.statement.terms.installments[$0].id })
        },
        Column("next_label", .text) { row in
            .text(row.statement.next.map { row.statement.terms.installments[$0].label })
        },
        Column("next_status", .text) { .text($0.next?.status.rawValue) },
        Column("next_amount_fen", .bigint) { .money($0.next?.outstanding) },
        Column("next_due_on", .date) { .day($0.next?.dueOn) },
        Column("next_blocked_by", .names) { row in
            .names(
                row.statement.next.map {
                    row.statement.installments[$0].blockedBy(row.statement.terms.installments[$0])
                } ?? [])
        },
    ]
}
