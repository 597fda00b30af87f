import TestSupport
import Testing
import Values

/// The exact arithmetic against the long arithmetic of school, digit by digit.
struct ExactDecimalTests {
    @Test(arguments: [
        ("0", "0"), ("1", "1"), ("1.50", "1.5"), ("0.000001", "0.000001"), ("12.345678", "12.345678"),
        ("100.00", "100"),
        ("9223372036854.775807", "9223372036854.775807"),
    ])
    func readsAndWrites(_ text: String, _ written: String) throws {
        #expect(try ExactDecimal.reading(text).description == written)
    }

    @Test(
        arguments: [
            ("-1", .malformed), ("1.0000001", .tooManyPlaces), ("9223372036854.775808", .overflow), ("", .malformed),
            ("1/3", .malformed),
        ] as [(String, DecimalTextError)])
    func refuses(_ text: String, _ error: DecimalTextError) {
        #expect(throws: error) { try ExactDecimal.reading(text) }
        #expect(throws: error) { try Percentage.reading(text) }
    }

    @Test func productsAreRoundedAsBySchoolArithmetic() {
        var random = SeededGenerator(named: "products")
        for _ in 0..<5000 {
            let left = Int128.random(upToBits: 127, &random)
            let right = Int128.random(upToBits: 127, &random)
            let power = Int.random(in: 0...38, using: &random)
            let expected = LongNumber(left).times(LongNumber(right)).rounded(droppingDigits: power).int64
            #expect((try? ExactDecimal.rounded(left, times: right, dividedByTenToThe: power)) == expected)
            if let left = Int64(exactly: left), let right = Int64(exactly: right) {
                #expect((try? ExactDecimal.rounded(left, times: right, dividedByTenToThe: power)) == expected)
            }
        }
    }

    @Test func narrowProductsToo() {
        var random = SeededGenerator(named: "narrow products")
        for _ in 0..<5000 {
            let left = Int64(truncatingIfNeeded: Int128.random(upToBits: 63, &random))
            let right = Int64(truncatingIfNeeded: Int128.random(upToBits: 63, &random))
            let power = Int.random(in: 0...20, using: &random)
            let product = LongNumber(Int128(left)).times(LongNumber(Int128(right)))
            #expect(
                (try? ExactDecimal.rounded(left, times: right, dividedByTenToThe: power))
                    == product.rounded(droppingDigits: power).int64)
        }
    }

    @Test func sumsDifferencesAndComparisons() throws {
        var random = SeededGenerator(named: "sums")
        for _ in 0..<5000 {
            let (left, right) = (ExactDecimal.random(&random), ExactDecimal.random(&random))
            let sum = try left.plus(right)
            #expect(try sum.minus(right) == left)
            #expect(try right.plus(left) == sum)
            #expect(try left.compared(to: right) == -(right.compared(to: left)))
            #expect(try left.compared(to: sum) == (right.mantissa > 0 ? -1 : 0))
            #expect(try left.times(.one) == left)
            #expect(try left.times(right) == right.times(left))
        }
    }

    @Test(arguments: [
        ("0", "0", "0", "0"), ("2.5", "2", "3", "2.5"), ("2.345", "2", "3", "2.35"), ("2.344999", "2", "3", "2.34"),
        ("7", "7", "7", "7"),
        ("94.995", "94", "95", "95"), ("0.000001", "0", "1", "0"),
    ])
    func roundsDownUpAndToTwoPlaces(_ text: String, _ down: String, _ up: String, _ half: String) throws {
        let number = try ExactDecimal.reading(text)
        #expect(number.roundedDown().description == down)
        #expect(number.roundedUp().description == up)
        #expect(number.rounded(toPlaces: 2).description == half)
    }

    @Test func whatDoesNotFitThrows() throws {
        let large = ExactDecimal(mantissa: .max, scale: 0)
        let fine = ExactDecimal(mantissa: 1, scale: 38)
        #expect(throws: Overflow()) { try large.plus(.one) }
        #expect(throws: Overflow()) { try large.times(ExactDecimal(mantissa: 2, scale: 0)) }
        #expect(throws: Overflow()) { try fine.times(ExactDecimal(mantissa: 1, scale: 1)) }
        #expect(throws: Overflow()) { try large.plus(fine) }
        #expect(large.description == "170141183460469231731687303715884105727")
        #expect(fine.description == "0." + String(repeating: "0", count: 37) + "1")
    }
}

extension Int128 {
    /// A number of any length up to so many bits, of either sign; the edges come often.
    fileprivate static func random(upToBits most: Int, _ random: inout SeededGenerator) -> Int128 {
        let bits = Int.random(in: 0...most, using: &random)
        let wide = UInt128(random.next()) << 64 | UInt128(random.next())
        var magnitude = bits == 0 ? 0 : wide >> UInt128(128 - bits)
        if Int.random(in: 0..<10, using: &random) == 0 { magnitude = (1 << UInt128(bits)) - 1 }
        let number = Int128(truncatingIfNeeded: magnitude & UInt128(Int128.max))
        return Bool.random(using: &random) ? number : -number
    }
}

extension ExactDecimal {
    fileprivate static func random(_ random: inout SeededGenerator) -> ExactDecimal {
        ExactDecimal(
            mantissa: Int128(Int64.random(in: 0 ... .max, using: &random)),
            scale: Int.random(in: 0...12, using: &random))
    }
}
