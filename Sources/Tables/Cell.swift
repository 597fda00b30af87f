public import Values

/// What stands in a cell of a ``Table``.
public enum Cell: Equatable, Sendable {
    case nothing
    /// Somebody's words, or a number that is a name (an account, a voucher): never computed with.
    case text(String)
    case word(Word)
    /// A sentence that the program says.
    case phrase(Wording)
    case money(Money)
    case percentage(Percentage)
    /// Points of an assessment; combined ones can have more than two places.
    case score(ExactDecimal)
    case day(CalendarDay)
    case instant(Instant)
    case count(Int)
}

extension Cell {
    /// As people read it without a spreadsheet: money without grouping, percentages with their sign, moments in RFC
    /// 3339 at +08:00; empty for nothing.
    public func text(in language: Language) -> String {
        var output = TextOutput()
        output.write(self, in: language)
        return output.text
    }
}

extension TextOutput {
    /// The text of a cell, as ``Cell/text(in:)`` gives it.
    public mutating func write(_ cell: Cell, in language: Language) {
        switch cell {
        case .nothing: break
        case .text(let text): write(text: text)
        case .word(let word): write(text: word.wording.text(in: language))
        case .phrase(let wording): write(text: wording.text(in: language))
        case .money(let money): write(money)
        case .percentage(let percentage):
            write(percentage)
            write("%")
        case .score(let score): write(score)
        case .day(let day): write(day)
        case .instant(let instant): write(instant)
        case .count(let count): write(count)
        }
    }
}
