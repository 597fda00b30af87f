internal import Contracts
internal import Values

extension CellReader {
    /// A day as `2026-01-31`: a number of days as spreadsheets count, or a text such as `2026/1/31` or `2026年1月31日`.
    func day(_ cell: ImportedCell) throws(CellFault) -> String? {
        switch cell.content {
        case .number(let stored):
            guard cell.format != .percent, let day = dayText(stored) else { throw CellFault(.badDate, stored) }
            return day
        case .text(let written):
            guard let text = Self.trimmed(written) else { return nil }
            guard let day = Self.day(Self.halfWidth(text)) else { throw CellFault(.badDate, text) }
            return day.description
        case .boolean(let value): throw CellFault(.wrongCellType, value ? "TRUE" : "FALSE")
        case .error(let name): throw CellFault(.errorCell, name)
        case .uncomputed: throw CellFault(.uncomputedFormula)
        }
    }

    func dayText(_ stored: String) -> String? {
        guard let text = StoredNumber(stored)?.decimalText(places: 0), let serial = Int(text) else { return nil }
        return day(serial: serial)?.description
    }

    /// The day of a serial number. Counted from 1900, day 1 is 1900-01-01 and day 60 is 1900-02-29, which never was
    /// (a fault of Lotus 1-2-3 that all have kept); counted from 1904, day 0 is 1904-01-01.
    private func day(serial: Int) -> CalendarDay? {
        guard (0...2_958_465).contains(serial) else { return nil }
        if countsFrom1904 { return CalendarDay(daysSince1970: serial - 24_107) }
        guard serial > 0, serial != 60 else { return nil }
        return CalendarDay(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))
    }

    /// Year, month and day in this order, whatever stands between them; a time of day behind it is refused.
    private static func day(_ text: String) -> CalendarDay? {
        let plain = text.hasSuffix("日") ? String(text.dropLast()) : text
        let marks: Set<Character> = ["-", "/", ".", "年", "月"]
        let parts = plain.split(omittingEmptySubsequences: false) { marks.contains($0) }
            .map { trimmed(String($0)) ?? "" }
        guard parts.count == 3, parts[0].count == 4, parts[1...].allSatisfy({ (1...2).contains($0.count) }),
            parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }
}
