import Contracts
import Payables
import Values

/// The listing of `tranche what-if`: one row a score, and where several readings are compared, columns for each.
struct WhatIfTable {
    let readings: [WhatIf]
    let asked: [Fraction]
    let words: Words

    private var places: [WhatIf.Place] {
        Set(readings.flatMap { $0.places(asked: asked) }).sorted().reversed()
    }

    /// For people: side by side.
    func sideBySide() throws -> TextTable {
        var columns = [TextTable.Column(key: "score", title: words.choose("得分", "Score"), alignment: .right)]
        for index in readings.indices {
            let prefix = readings.count > 1 ? "\(Self.letter(index)) " : ""
            columns.append(.init(key: "mark", title: readings.count > 1 ? "" : words.choose("标记", "Mark")))
            if readings.count == 1 {
                columns.append(.init(key: "deducted", title: words.choose("本期扣减", "Deducted"), alignment: .right))
            }
            columns.append(.init(key: "payable", title: prefix + words.choose("本期应付", "payable"), alignment: .right))
            columns.append(.init(key: "total", title: prefix + words.choose("合同应付", "in total"), alignment: .right))
            if readings.count == 1 { columns.append(.init(key: "next", title: words.choose("下一笔付款", "Next payment"))) }
        }
        return TextTable(columns: columns, rows: try places.map { try row($0) })
    }

    /// The letters by which the table's columns name the readings: A, B, …
    var legend: [String] {
        readings.count > 1 ? readings.enumerated().map { "\(Self.letter($0.offset))  \($0.element.name)" } : []
    }

    private static func letter(_ index: Int) -> String {
        index < 26 ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index))) : String(index + 1)
    }

    private func row(_ place: WhatIf.Place) throws -> [TextTable.Cell] {
        var cells: [TextTable.Cell] = [.text((place.isJustBelow ? "< " : "") + scoreText(place.score))]
        for reading in readings {
            let figures = try Figures(reading, place)
            cells.append(.text(marks(reading, place, figures)))
            if readings.count == 1 { cells.append(figures.deducted) }
            cells += [figures.payable, figures.total]
            if readings.count == 1 { cells.append(.text(figures.statement.map(next) ?? "")) }
        }
        return cells
    }

    /// For programs: one row for each reading and score.
    func long() throws -> TextTable {
        let keys = [
            "reading", "score", "exact", "place", "mark", "standing", "deducted", "payable", "total", "status", "next",
            "nextAmount", "nextDueOn", "nextStatus",
        ]
        var table = TextTable(columns: keys.map { .init(key: $0, title: $0) })
        for reading in readings {
            for place in reading.places(asked: asked) {
                let figures = try Figures(reading, place)
                let isDecimal = place.score.decimal(places: 6) != nil
                table.rows.append(
                    [
                        .text(reading.name), .text(try place.score.rounded(toPlaces: 6).description),
                        isDecimal ? .nothing : .text("\(place.score.numerator)/\(place.score.denominator)"),
                        .text(place.isJustBelow ? "below" : "at"),
                        reading.mark(at: place).map { .text($0.rawValue) } ?? .nothing,
                        !place.isJustBelow && reading.present == place.score ? .text("present") : .nothing,
                        figures.deducted, figures.payable, figures.total,
                    ] + standing(reading, figures.statement))
            }
        }
        return table
    }

    private func standing(_ reading: WhatIf, _ statement: Statement?) -> [TextTable.Cell] {
        guard let statement, let installment = reading.curve.installment else {
            return Array(repeating: .nothing, count: 5)
        }
        let status = TextTable.Cell.text(statement.installments[installment].status.rawValue)
        guard let next = statement.next else { return [status] + Array(repeating: .nothing, count: 4) }
        let row = statement.installments[next]
        return [
            status, .text(statement.terms.installments[next].id), .money(row.outstanding),
            row.dueOn.map { .day($0) } ?? .nothing, .text(row.status.rawValue),
        ]
    }

    private func marks(_ reading: WhatIf, _ place: WhatIf.Place, _ figures: Figures) -> String {
        var marks: [String] = []
        switch place.isJustBelow ? nil : reading.mark(at: place) {
        case .jump: marks.append(words.choose("跳变", "jump"))
        case .bend: marks.append(words.choose("转折", "bend"))
        case nil: break
        }
        if !place.isJustBelow, reading.present == place.score { marks.append(words.choose("现得分", "present")) }
        if figures.isUndetermined { marks.append(words.choose("待裁定", "undetermined")) }
        return marks.joined(separator: " ")
    }

    private func next(_ statement: Statement) -> String {
        guard let position = statement.next else { return words.nothingLeft }
        let row = statement.installments[position]
        return "\(statement.terms.installments[position].label) \(row.outstanding.grouped) \(words.status(row))"
    }

    /// At most six decimals; the sign ≈ where there would be more.
    private func scoreText(_ score: Fraction) -> String {
        if let exact = score.decimal(places: 6) { return exact.description }
        return (try? score.rounded(toPlaces: 6)).map { "≈\($0)" } ?? "?"
    }

    /// A statement's figures where the score has one, else those of the curve, rounded to fen.
    private struct Figures {
        let deducted: TextTable.Cell
        let payable: TextTable.Cell
        let total: TextTable.Cell
        let isUndetermined: Bool
        let statement: Statement?

        init(_ reading: WhatIf, _ place: WhatIf.Place) throws {
            statement = try reading.statement(at: place)
            let exact = try reading.figures(at: place)
            isUndetermined = exact?.isUndetermined ?? false
            if let statement, let installment = reading.curve.installment {
                deducted = .money(statement.installments[installment].deducted)
                payable = .money(statement.installments[installment].payable)
                var sum = Money.zero
                for row in statement.installments { try sum += row.payable }
                total = .money(sum)
            } else {
                func amount(_ fen: Fraction?) -> TextTable.Cell {
                    fen.flatMap { Int64(exactly: $0.rounded) }.map { .money(Money(fen: $0)) } ?? .nothing
                }
                deducted = amount(exact?.deducted)
                payable = amount(exact?.payable)
                total = amount(exact?.total)
            }
        }
    }
}
