internal import Reperformance
internal import Reports
internal import Tables
internal import Values

/// Every payment of a contract with its request and approvals, and the sum so far: payments.csv.
struct PaymentHistory {
    let bytes: [UInt8]
    let rows: [PaymentRow]
    var count: Int { rows.count }

    /// From the journal, as of a day. Throws ``ReperformanceError/uncomputable``.
    init(_ recomputation: inout Recomputation, asOf day: CalendarDay) throws(ReperformanceError) {
        rows = try PaymentRow.rows(&recomputation, asOf: day, includingLater: true)
        var csv = CSVOutput(PaymentRow.form.head(), in: .chinese)
        for row in rows { csv.append(PaymentRow.form.cells(of: row)) }
        bytes = csv.takeBytes()
    }
}
