import Tables
import Values

/// Tables of any shape with the worst texts in them.
enum RandomTable {
    static func make(_ random: inout some RandomNumberGenerator) -> Table {
        let columns = (0..<Int.random(in: 1...8, using: &random)).map { position in
            TableColumn(
                "c\(position)", Wording(text(&random), text(&random)),
                TableColumn.Kind.allCases.randomElement(using: &random) ?? .text,
                isTotalled: Bool.random(using: &random))
        }
        let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in columns.map { cell($0.kind, &random) } }
        return Table(
            TableHead(code: "random", title: Wording(text(&random), text(&random)), columns: columns), rows: rows)
    }

    private static func cell(_ kind: TableColumn.Kind, _ random: inout some RandomNumberGenerator) -> Cell {
        if Int.random(in: 0..<6, using: &random) == 0 { return .nothing }
        let number = Int64.random(in: -(1 << 50)...(1 << 50), using: &random)
        return switch kind {
        case .text: Bool.random(using: &random) ? .text(text(&random)) : .phrase(Wording(text(&random), text(&random)))
        case .identifier: .text(text(&random))
        case .money: .money(Money(fen: number))
        case .percentage: .percentage(Percentage(millionths: abs(number)))
        case .score: .score(ExactDecimal(mantissa: Int128(abs(number) % 1_000_000), scale: 4))
        case .day: .day(CalendarDay(daysSince1970: Int(number % 700_000)) ?? .last)
        case .instant: .instant(Instant(microseconds: number))
        case .count: .count(Int(number))
        }
    }

    static let pieces = [
        "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "\0", "＝", "＋", "－", "＠", "\"", "\"\"", ",", ";", "'", "合同",
        "首年尾款",
        "20221234567890123456", "\u{301}", "👩‍💻", "𠮷", "\u{FEFF}", "\u{202E}", "\u{7}", "\u{1B}", "_x000D_", "<&>", " ",
        "HYPERLINK(\"http://x\")", String(repeating: "长", count: 3400),
    ]

    static func text(_ random: inout some RandomNumberGenerator) -> String {
        (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}
