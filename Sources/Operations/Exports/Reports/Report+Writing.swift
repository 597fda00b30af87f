internal import Documents
internal import Tables
public import Values

extension Report {
    /// Writes it, piece by piece. What `take` throws ends it. Throws `OperationError`.
    public nonisolated(nonsending) func write(
        as format: ReportFormat, in language: Language, to take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        switch format {
        case .csv: try await writeCSV(in: language, to: take)
        case .json: try await writeJSON(in: language, to: take)
        case .xlsx: try await writeWorkbook(in: language, to: take)
        }
    }

    private nonisolated(nonsending) func writeCSV(
        in language: Language, to take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        var output = CSVOutput(head, in: language)
        try await rows { rows in
            for row in rows { output.append(row) }
            try await take(output.takeBytes())
        }
        let rest = output.takeBytes()
        if !rest.isEmpty { try await take(rest) }
    }

    private nonisolated(nonsending) func writeJSON(
        in language: Language, to take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        var output = JSONTableOutput(head, in: language)
        try await rows { rows in
            for row in rows { try output.append(row) }
            try await take(output.takeBytes())
        }
        output.finish()
        try await take(output.takeBytes())
    }

    /// A workbook has its index at the end: it is made in a file, which is read back.
    private nonisolated(nonsending) func writeWorkbook(
        in language: Language, to take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        let file = try TemporaryFile(in: temporaryDirectory)
        let writer = try WorkbookWriter(
            Workbook(
                at: file.path, title: head.title.text(in: language), author: author, writtenAt: writtenAt,
                in: language), head)
        try await rows { rows in try writer.append(rows) }
        try writer.close()
        try await file.read(to: take)
    }
}

/// A workbook of one sheet while it is written: one task at a time works on it.
private final class WorkbookWriter {
    private var workbook: Workbook?

    init(_ workbook: consuming Workbook, _ head: TableHead) throws(SpreadsheetError) {
        try workbook.beginSheet(head)
        self.workbook = consume workbook
    }

    func append(_ rows: [[Cell]]) throws(SpreadsheetError) {
        for row in rows { try workbook?.append(row) }
    }

    func close() throws(SpreadsheetError) { try workbook.take()?.close() }
}
