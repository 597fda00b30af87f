import TestSupport
import Testing
import Values

/// 人民币大写 against the regulation's printed examples, and against another way of writing it.
struct CapitalsTests {
    /// 正确填写票据和结算凭证的基本规定 (支付结算办法, appendix 1): where it prints two forms, the first.
    @Test(
        arguments: [
            ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"), ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
            ("107000.53", "壹拾万柒仟元零伍角叁分"), ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
        ])
    func writesThePrintedExamples(_ amount: String, _ capitals: String) throws {
        #expect(try Money.reading(amount).inCapitals == "人民币" + capitals)
    }

    @Test(
        arguments: [
            ("0", "零元整"), ("0.01", "壹分"), ("0.10", "壹角"), ("0.11", "壹角壹分"), ("1", "壹元整"), ("1.01", "壹元零壹分"),
            ("10", "壹拾元整"), ("10.01", "壹拾元零壹分"), ("10.10", "壹拾元零壹角"), ("15", "壹拾伍元整"), ("100", "壹佰元整"),
            ("101", "壹佰零壹元整"), ("1001", "壹仟零壹元整"), ("1010", "壹仟零壹拾元整"), ("10000", "壹万元整"),
            ("10001", "壹万零壹元整"), ("10100", "壹万零壹佰元整"), ("11000", "壹万壹仟元整"), ("100000", "壹拾万元整"),
            ("1000000.05", "壹佰万元零伍分"), ("100000000", "壹亿元整"), ("100010000", "壹亿零壹万元整"),
            ("100000001", "壹亿零壹元整"), ("110000000", "壹亿壹仟万元整"), ("1000000000000", "壹万亿元整"),
            ("1000000050000", "壹万亿零伍万元整"), ("10000000000000000", "壹亿亿元整"),
            ("-718880", "负柒拾壹万捌仟捌佰捌拾元整"), ("-0.05", "负伍分"), ("718880", "柒拾壹万捌仟捌佰捌拾元整"),
            ("92233720368547758.07", "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分"),
            ("-92233720368547758.08", "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分"),
        ])
    func writesTheBoundaries(_ amount: String, _ capitals: String) throws {
        #expect(try Money.reading(amount).inCapitals == "人民币" + capitals)
        #expect(CapitalsReading.text(of: try Money.reading(amount).fen) == "人民币" + capitals)
    }

    /// All amounts to 1,000 yuan, those around every number of one and of two digits before zeros, and random ones of
    /// every length, many of their digits 0.
    @Test func agreesWithAnotherImplementation() async {
        let parts = await withTaskGroup(of: Comparison.self) { group in
            group.addTask { Self.compare(Array(0...100_000)) }
            group.addTask { Self.compare(Self.neighbourhoods) }
            for part in 0..<4 { group.addTask { Self.compareRandom(475_000, named: "capitals \(part)") } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let count = parts.reduce(0) { $0 + $1.count }
        print("人民币大写: \(count) amounts compared with another implementation")
        #expect(parts.compactMap(\.difference) == [])
        #expect(count >= 2_000_000)
    }

    private struct Comparison: Sendable {
        var count = 0
        /// The first amount that is written in two ways.
        var difference: Int64?

        mutating func compare(_ fen: Int64) {
            count += 1
            if Money(fen: fen).inCapitals != CapitalsReading.text(of: fen), difference == nil { difference = fen }
        }
    }

    private static func compare(_ amounts: [Int64]) -> Comparison {
        var comparison = Comparison()
        for fen in amounts { comparison.compare(fen) }
        return comparison
    }

    private static var neighbourhoods: [Int64] {
        var amounts: [Int64] = [.min, .min + 1, .max - 1, .max]
        var power: Int64 = 1
        while power <= Int64.max / 100 {
            for factor in Int64(1)..<100 {
                for offset in Int64(-21)...21 { amounts.append(factor * power + offset) }
            }
            power *= 10
        }
        return amounts
    }

    private static func compareRandom(_ count: Int, named name: String) -> Comparison {
        var random = SeededGenerator(named: name)
        var comparison = Comparison()
        for _ in 0..<count {
            let bits = random.next()
            var fen: Int64 = 0
            var mask = random.next()
            for _ in 0..<(bits % 19) {
                // Two digits of three are 0 or stand alone between zeros.
                fen = fen * 10 + (mask % 3 == 0 ? Int64(mask / 3 % 10) : 0)
                mask = mask / 30 &* 0x9e37_79b9_7f4a_7c15 ^ bits
            }
            comparison.compare(
                bits & 1 << 40 == 0 ? fen : bits & 1 << 41 == 0 ? -fen : Int64(bitPattern: random.next()))
        }
        return comparison
    }
}
