internal import Values

/// A number as a spreadsheet stores it, `1797200.5` or `1.7972005E+6`, kept as its decimal digits: 0.digits × 10^point.
struct StoredNumber: Equatable {
    private(set) var isNegative = false
    /// Without zeros at either end; empty for 0.
    private(set) var digits: [UInt8] = []
    private(set) var point = 0

    /// Nil for what is no number, or one beyond what a binary fraction of 64 bits can be.
    init?(_ text: String) {
        var bytes = Array(text.utf8)[...]
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        var exponent = 0
        if let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
            guard let number = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)), abs(number) <= 400 else {
                return nil
            }
            exponent = number
            bytes = bytes[..<mark]
        }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), bytes.count <= 400, parts.contains(where: { !$0.isEmpty }),
            parts.allSatisfy({ $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
        else { return nil }
        digits = parts.joined().map { $0 - UInt8(ascii: "0") }
        point = parts[0].count + exponent
        normalise()
    }

    private mutating func normalise() {
        let leading = digits.prefix { $0 == 0 }.count
        digits.removeFirst(leading)
        point -= leading
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { (isNegative, point) = (false, 0) }
    }

    /// The same times a power of ten.
    func shifted(by places: Int) -> StoredNumber {
        var number = self
        if !digits.isEmpty { number.point += places }
        return number
    }

    /// The decimal text with at most so many places; nil where it needs more. More than 15 digits are a binary
    /// fraction's noise, which Excel neither shows nor lets anybody type: such a number counts as what its first 15
    /// digits round to, unless it is so large that its places would be among those beyond.
    func decimalText(places: Int) -> String? {
        guard digits.count <= 15 || point + places <= 15 else { return nil }
        let number = digits.count > 15 ? rounded(to: 15) : self
        guard number.digits.count - number.point <= places, number.point <= 40 else { return nil }
        let whole = number.digits.prefix(max(number.point, 0))
        let zeros = [UInt8](repeating: 0, count: max(number.point - number.digits.count, 0))
        let fraction = [UInt8](repeating: 0, count: max(-number.point, 0)) + number.digits.dropFirst(whole.count)
        var text = number.isNegative ? "-" : ""
        text += Self.text(Array(whole) + zeros, orNothing: "0")
        return fraction.isEmpty ? text : text + "." + Self.text(fraction, orNothing: "")
    }

    private static func text(_ digits: [UInt8], orNothing nothing: String) -> String {
        digits.isEmpty ? nothing : String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

    /// Half away from zero.
    private func rounded(to count: Int) -> StoredNumber {
        var number = self
        number.digits = Array(digits[..<count])
        guard digits[count] >= 5 else {
            number.normalise()
            return number
        }
        var index = count - 1
        while index >= 0, number.digits[index] == 9 {
            number.digits[index] = 0
            index -= 1
        }
        if index >= 0 {
            number.digits[index] += 1
        } else {
            number.digits.insert(1, at: 0)
            number.point += 1
        }
        number.normalise()
        return number
    }
}
