internal import Values

/// Reads the cells of one sheet (ECMA-376, 18.3.1): those that hold something.
struct SheetScanner {
    private let strings: SharedStrings
    private let styles: CellStyles
    private var rows: [ImportedRow] = []
    private var merged: [CellArea] = []
    private var row = -1
    private var column = -1
    private var cell = PendingCell()
    private var isInCell = false
    /// How many cells the workbook may still have.
    private var left: Int

    private struct PendingCell {
        var type = "n"
        var style: String?
        var isFormula = false
        var isValue = false
        var value: [UInt8] = []
        var inline = TextCollector()
        var hasInline = false
    }

    private init(_ strings: SharedStrings, _ styles: CellStyles, left: Int) {
        self.strings = strings
        self.styles = styles
        self.left = left
    }

    /// Reads a sheet's part; takes the cells it has off those that are `left`.
    static func read(
        _ part: [UInt8], named name: String, _ strings: SharedStrings, _ styles: CellStyles, left: inout Int
    ) throws(WorkbookError) -> ImportedSheet {
        var scanner = SheetScanner(strings, styles, left: left)
        try XMLScanner.scan(part) { element, attributes throws(WorkbookError) in
            try scanner.start(element, attributes)
        } end: { element throws(WorkbookError) in
            try scanner.end(element)
        } text: { bytes throws(WorkbookError) in
            try scanner.add(bytes)
        }
        left = scanner.left
        return ImportedSheet(
            name: name, rows: scanner.rows.filter { !$0.cells.isEmpty }.sorted { $0.number < $1.number },
            merged: scanner.merged)
    }

    private mutating func start(_ name: String, _ attributes: XMLAttributes) throws(WorkbookError) {
        switch name {
        case "row":
            row = try Self.place(attributes["r"], after: row)
            column = -1
        case "c":
            column += 1
            if let text = attributes["r"] {
                // A cell says where it stands itself; some writers leave that out.
                guard let place = CellReference(text), row < 0 || place.row == row else { throw .badXML }
                (row, column) = (place.row, place.column)
            }
            guard row >= 0, column < CellReference.mostColumns else { throw .badXML }
            cell = PendingCell()
            cell.type = attributes["t"] ?? "n"
            cell.style = attributes["s"]
            isInCell = true
        case "f": cell.isFormula = true
        case "v": cell.isValue = true
        case "is": cell.hasInline = true
        case "mergeCell":
            guard merged.count < WorkbookLimits.mergedAreas else { throw .tooManyCells }
            if let area = attributes["ref"].flatMap({ CellArea($0) }) { merged.append(area) }
        default: break
        }
        if cell.hasInline { cell.inline.start(name) }
    }

    private static func place(_ text: String?, after last: Int) throws(WorkbookError) -> Int {
        guard let text else { return last + 1 }
        guard let number = Int(text), (1...CellReference.mostRows).contains(number) else { throw .badXML }
        return number - 1
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookError) {
        guard isInCell else { return }
        if cell.isValue {
            cell.value += bytes
            guard cell.value.count <= WorkbookLimits.cellText * 4 else { throw .tooManyCells }
        } else if cell.hasInline {
            try cell.inline.add(bytes)
        }
    }

    private mutating func end(_ name: String) throws(WorkbookError) {
        if cell.hasInline { cell.inline.end(name) }
        switch name {
        case "v": cell.isValue = false
        case "c":
            isInCell = false
            if let content = try content() { try append(content) }
        default: break
        }
    }

    /// What the finished cell holds; nil for nothing.
    private func content() throws(WorkbookError) -> ImportedCell.Content? {
        if cell.hasInline {
            let text = cell.inline.take()
            return text.isEmpty ? nil : .text(text)
        }
        if cell.value.isEmpty { return cell.isFormula ? .uncomputed : nil }
        let value = String(decoding: cell.value, as: UTF8.self)
        switch cell.type {
        case "s":
            guard let index = Int(value), strings.texts.indices.contains(index) else { throw .badXML }
            return strings.texts[index].isEmpty ? nil : .text(strings.texts[index])
        // An ISO date, perhaps with midnight behind it.
        case "d": return .text(value.hasSuffix("T00:00:00") ? String(value.dropLast(9)) : value)
        case "str", "inlineStr": return .text(TextCollector.unescaped(value))
        case "b": return .boolean(value == "1" || value == "true")
        case "e": return .error(value)
        default:
            guard StoredNumber(value) != nil else { throw .badXML }
            return .number(value)
        }
    }

    private mutating func append(_ content: ImportedCell.Content) throws(WorkbookError) {
        left -= 1
        guard left >= 0 else { throw .tooManyCells }
        var finished = ImportedCell(content, format: styles[cell.style])
        finished.isFormula = cell.isFormula
        if rows.last?.number != row + 1 {
            guard rows.count < WorkbookLimits.rows else { throw .tooManyCells }
            // A row that comes twice would let one cell hide another.
            guard (rows.last?.number ?? 0) < row + 1 else { throw .badXML }
            rows.append(ImportedRow(number: row + 1, cells: [:]))
        }
        guard rows[rows.count - 1].cells.updateValue(finished, forKey: column) == nil else { throw .badXML }
    }
}
