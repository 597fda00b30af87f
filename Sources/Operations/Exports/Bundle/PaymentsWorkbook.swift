internal import Audit
internal import Bundles
internal import Documents
internal import Reports
internal import Tables
internal import Values

/// The payments of all contracts of a bundle as a workbook, written beside it: rows one at a time, on as many sheets as
/// they need. One task at a time works on it.
final class PaymentsWorkbook {
    private let file: TemporaryFile
    private var workbook: Workbook?
    private let head: TableHead
    private var left = 0

    /// What a sheet has room for is 1,048,576 rows.
    private static let rowsOfSheet = 1_000_000

    init(_ frame: BundleFrame, in directory: String) throws {
        file = try TemporaryFile(in: directory)
        let checkpoint = try Checkpoint(reading: frame.note.text)
        head = PaymentRow.form.head(notes: [
            .writtenAt(frame.writtenAt), .checkpoint(size: checkpoint.size, root: checkpoint.root.description),
        ])
        workbook = try Workbook(
            at: file.path, title: head.title.text(in: .chinese), author: checkpoint.origin,
            writtenAt: frame.writtenAt, in: .chinese)
        try workbook?.beginSheet(head)
        left = Self.rowsOfSheet
    }

    func add(_ rows: [PaymentRow]) throws(SpreadsheetError) {
        for row in rows {
            if left == 0 {
                try workbook?.beginSheet(head)
                left = Self.rowsOfSheet
            }
            try workbook?.append(PaymentRow.form.cells(of: row))
            left -= 1
        }
    }

    /// Finishes it and hands out its bytes.
    nonisolated(nonsending) func close(
        to take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        try workbook.take()?.close()
        try await file.read(to: take)
    }
}
