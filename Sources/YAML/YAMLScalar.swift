/// A scalar as it stands in the text. What a plain one means follows YAML 1.2's core schema, except that a number which
/// YAML 1.1 and 1.2 read differently has no meaning here, and dates stay texts.
struct YAMLScalar: Equatable {
    let text: String
    /// Neither quoted nor a block nor tagged `!!str`.
    let isPlain: Bool

    enum Meaning: Equatable {
        case null
        case boolean(Bool)
        /// Spelled as JSON spells it.
        case number(String)
        case text
        /// A number to one reader and something else to another: `007`, `0x1F`, `.inf`.
        case ambiguous
    }

    var meaning: Meaning {
        guard isPlain else { return .text }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: return number
        }
    }

    private var number: Meaning {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        if [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"].contains(rest) { return .ambiguous }
        guard let first = rest.utf8.first, Self.isDigit(first) || first == UInt8(ascii: ".") else { return .text }
        if rest.hasPrefix("0x") || rest.hasPrefix("0o") || rest.hasPrefix("0b") {
            return rest.dropFirst(2).utf8.allSatisfy(Self.isHexadecimal) ? .ambiguous : .text
        }
        let whole = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(whole.count)
        var fraction = Substring()
        if rest.first == "." {
            fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty, let exponent = Self.exponent(rest) else { return .text }
        if whole.count > 1, whole.first == "0" { return .ambiguous }
        let digits = (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : "." + fraction)
        return .number((isNegative ? "-" : "") + digits + exponent)
    }

    /// The exponent that is all of the rest, or nothing; nil where the rest is something else.
    private static func exponent(_ rest: Substring) -> String? {
        guard let mark = rest.first else { return "" }
        guard mark == "e" || mark == "E" else { return nil }
        var digits = rest.dropFirst()
        if digits.first == "+" || digits.first == "-" { digits.removeFirst() }
        return !digits.isEmpty && digits.utf8.allSatisfy(isDigit) ? String(rest) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
