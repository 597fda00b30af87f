internal import Values

extension Money {
    /// As people type it: 1234.56, 1,234.56, full-width digits, ¥1,234.56元 or 123.456万 (ten thousand yuan). Nil for
    /// anything else, and for more than two decimals of a yuan: nothing is rounded in silence.
    init?(typed text: String) {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: digits.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFF10) + 0x30))
            case 0xFF0E: digits += "."
            // Commas and blanks between digits.
            case 0x2C, 0xFF0C, 0x20, 0x3000: continue
            default: digits.unicodeScalars.append(scalar)
            }
        }
        for sign in ["¥", "￥"] where digits.hasPrefix(sign) { digits.removeFirst() }
        if digits.hasSuffix("元") { digits.removeLast() }
        var places = 0
        if digits.hasSuffix("万") {
            digits.removeLast()
            places = 4
        }
        guard let shifted = Self.shifting(digits, by: places) else { return nil }
        self.init(shifted)
    }

    /// The decimal with its point so many places to the right; nil where it is no plain decimal.
    private static func shifting(_ text: String, by places: Int) -> String? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || !parts[1].isEmpty,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
        else { return nil }
        var fraction = parts.count == 2 ? String(parts[1]) : ""
        while fraction.hasSuffix("0") { fraction.removeLast() }
        fraction += String(repeating: "0", count: max(0, places - fraction.count))
        let moved = (whole + fraction.prefix(places)).drop { $0 == "0" }
        let rest = fraction.dropFirst(places)
        return (moved.isEmpty ? "0" : String(moved)) + (rest.isEmpty ? "" : "." + rest)
    }
}
