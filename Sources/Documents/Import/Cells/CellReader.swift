internal import Contracts
internal import Values

/// Turns cells into the texts that payable.md, section 1, wants. Numbers go from the file's decimal digits to ours;
/// nothing is a binary fraction on the way.
struct CellReader {
    let countsFrom1904: Bool

    /// What a text column holds; nil for a blank. A number is taken where it has at most 15 whole digits, which is what
    /// a spreadsheet keeps.
    func text(_ cell: ImportedCell) throws(CellFault) -> String? {
        if cell.isFormula { throw CellFault(cell.content == .uncomputed ? .uncomputedFormula : .formulaInText) }
        switch cell.content {
        case .text(let text): return Self.trimmed(text)
        case .number(let stored):
            if cell.format == .date { throw CellFault(.dateInText, dayText(stored) ?? stored) }
            guard cell.format == .general, let number = StoredNumber(stored), number.digits.count <= 15,
                number.point <= 15, let text = number.decimalText(places: 0)
            else { throw CellFault(.numberInText, stored) }
            return text
        case .boolean(let value): throw CellFault(.wrongCellType, value ? "TRUE" : "FALSE")
        case .error(let name): throw CellFault(.errorCell, name)
        case .uncomputed: throw CellFault(.uncomputedFormula)
        }
    }

    /// Money as `1234.56`: a number, or a text such as `￥1,234.56` or `123.456万`.
    func money(_ cell: ImportedCell) throws(CellFault) -> String? {
        try number(cell, places: 2, .badMoney) { text in
            var text = text
            for sign in ["￥", "¥"] where text.hasPrefix(sign) { text.removeFirst() }
            var places = 0
            if text.hasSuffix("元") { text.removeLast() }
            for (unit, power) in [("万", 4), ("亿", 8)] where text.hasSuffix(unit) {
                text.removeLast()
                places = power
            }
            return (text, places)
        }
    }

    /// A percentage as `1.5`: the number 1.5, the number 0.015 in a cell that shows percent, or the text `1.5%`.
    func percentage(_ cell: ImportedCell) throws(CellFault) -> String? {
        try number(cell, places: 6, .badPercentage) { text in (text.hasSuffix("%") ? String(text.dropLast()) : text, 0)
        }
    }

    func score(_ cell: ImportedCell) throws(CellFault) -> String? {
        try number(cell, places: 2, .badScore) { text in (text.hasSuffix("分") ? String(text.dropLast()) : text, 0) }
    }

    /// A whole number of at most nine digits.
    func count(_ cell: ImportedCell) throws(CellFault) -> String? {
        guard let text = try number(cell, places: 0, .badInteger, { ($0, 0) }) else { return nil }
        guard Int32(text) != nil, !text.hasPrefix("-") else { throw CellFault(.badInteger, "0…2147483647") }
        return text
    }

    private func number(
        _ cell: ImportedCell, places: Int, _ code: ProblemCode, _ strip: (String) -> (text: String, power: Int)
    ) throws(CellFault) -> String? {
        switch cell.content {
        case .number(let stored):
            if cell.format == .date { throw CellFault(code, dayText(stored) ?? stored) }
            let isShare = cell.format == .percent
            guard !isShare || code == .badPercentage, let number = StoredNumber(stored),
                let text = number.shifted(by: isShare ? 2 : 0).decimalText(places: places)
            else { throw CellFault(code, stored) }
            return text
        case .text(let written):
            guard let trimmed = Self.trimmed(written) else { return nil }
            let (text, power) = strip(Self.halfWidth(trimmed))
            guard let plain = Self.ungrouped(Self.trimmed(text) ?? ""), let number = StoredNumber(plain),
                number.digits.count <= 15, let result = number.shifted(by: power).decimalText(places: places)
            else { throw CellFault(code, trimmed) }
            return result
        case .boolean(let value): throw CellFault(.wrongCellType, value ? "TRUE" : "FALSE")
        case .error(let name): throw CellFault(.errorCell, name)
        case .uncomputed: throw CellFault(.uncomputedFormula)
        }
    }

    /// Without the commas of `1,234,567.89`; nil where they stand elsewhere than between groups of three, or where
    /// anything but digits and one point is left.
    static func ungrouped(_ text: String) -> String? {
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = parts.first else { return nil }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isDigit) }),
            groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) && (groups.first?.count ?? 0) <= 3,
            parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isDigit) })
        else { return nil }
        return sign + groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Without blanks at either end, those of Chinese typesetting among them; nil where nothing is left.
    static func trimmed(_ text: String) -> String? {
        let blank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
        let rest = text.drop(while: blank)
        guard let last = rest.lastIndex(where: { !blank($0) }) else { return nil }
        return String(rest[...last])
    }

    /// Digits and signs as an input method writes them in full width (U+FF01 to U+FF5E) become plain.
    static func halfWidth(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let plain = (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
            output.append(plain ?? scalar)
        }
        return String(output)
    }
}
