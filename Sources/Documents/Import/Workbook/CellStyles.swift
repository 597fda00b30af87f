/// Which cell styles show a number as a date or as a percentage (ECMA-376, 18.8.30).
struct CellStyles {
    private var formats: [ImportedCell.Format] = []

    init(_ part: [UInt8]?) throws(WorkbookError) {
        guard let part else { return }
        var codes: [Int: String] = [:]
        var found: [ImportedCell.Format] = []
        var isInCells = false
        try XMLScanner.scan(part) { name, attributes throws(WorkbookError) in
            switch name {
            case "numFmt":
                guard codes.count < WorkbookLimits.styles else { throw .tooManyCells }
                if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
            case "cellXfs": isInCells = true
            case "xf" where isInCells:
                guard found.count < WorkbookLimits.styles else { throw .tooManyCells }
                let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                found.append(Self.format(id, codes[id]))
            default: break
            }
        } end: { name throws(WorkbookError) in
            if name == "cellXfs" { isInCells = false }
        }
        formats = found
    }

    subscript(style: String?) -> ImportedCell.Format {
        guard let index = style.flatMap({ Int($0) }), formats.indices.contains(index) else { return .general }
        return formats[index]
    }

    /// The built-in numbers first; 27 to 36 and 50 to 58 are dates in Chinese Excel.
    private static func format(_ id: Int, _ code: String?) -> ImportedCell.Format {
        guard let code else {
            switch id {
            case 9, 10: return .percent
            case 14...22, 27...36, 45...47, 50...58: return .date
            default: return .general
            }
        }
        return format(code)
    }

    /// By the letters of a format code outside of quotes, brackets and escapes.
    static func format(_ code: String) -> ImportedCell.Format {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted || isBracketed {
                if character == "\"" { isQuoted = false }
                if character == "]" { isBracketed = false }
            } else {
                switch character {
                case "\\", "_", "*": isEscaped = true
                case "\"": isQuoted = true
                case "[": isBracketed = true
                case "%": return .percent
                case "y", "d", "h", "s", "m": return .date
                default: break
                }
            }
        }
        return .general
    }
}
