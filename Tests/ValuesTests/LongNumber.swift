/// A number as its decimal digits, reckoned with as at school: slow, plain, and as long as need be.
struct LongNumber {
    /// The last digit first.
    private var digits: [Int]
    private let isNegative: Bool

    init(_ number: Int128) {
        digits = String(number.magnitude).reversed().map { $0.wholeNumberValue ?? 0 }
        isNegative = number < 0
    }

    private init(digits: [Int], isNegative: Bool) {
        self.digits = digits
        self.isNegative = isNegative
    }

    func times(_ other: LongNumber) -> LongNumber {
        var product = Array(repeating: 0, count: digits.count + other.digits.count + 1)
        for (place, digit) in digits.enumerated() {
            for (otherPlace, otherDigit) in other.digits.enumerated() {
                product[place + otherPlace] += digit * otherDigit
            }
        }
        return LongNumber(digits: Self.carried(product), isNegative: isNegative != other.isNegative)
    }

    /// The quotient by a power of ten, a half away from zero.
    func rounded(droppingDigits count: Int) -> LongNumber {
        guard count > 0 else { return self }
        var kept = Array(digits.dropFirst(count)) + [0]
        if count <= digits.count, digits[count - 1] >= 5 { kept[0] += 1 }
        return LongNumber(digits: Self.carried(kept), isNegative: isNegative)
    }

    /// Nil where it does not fit.
    var int64: Int64? {
        Int64((isNegative ? "-" : "") + digits.reversed().map(String.init).joined())
    }

    private static func carried(_ digits: [Int]) -> [Int] {
        var carry = 0
        return digits.map { digit in
            let sum = digit + carry
            carry = sum / 10
            return sum % 10
        }
    }
}
