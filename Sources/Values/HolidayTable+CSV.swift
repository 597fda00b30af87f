/// A line of a calendar file that cannot be read.
public struct HolidayTableError: Error, Equatable, Sendable {
    /// Counted from 1.
    public let line: Int
    public let code: Code

    /// What is wrong with that line.
    public init(line: Int, code: Code) {
        self.line = line
        self.code = code
    }

    /// Which rule the line breaks.
    public enum Code: String, Sendable {
        case header = "calendar-header"
        case columns = "calendar-columns"
        case date = "calendar-date"
        case kind = "calendar-kind"
        case repeated = "calendar-repeated"
        case empty = "calendar-empty"
    }
}

extension HolidayTable {
    /// The statutory holidays and make-up working days of the State Council's yearly notices, 2010 to 2026.
    public static let builtIn: HolidayTable = {
        do throws(HolidayTableError) { return try HolidayTable(csv: PackageResources.chinese_holidays_csv) } catch {
            preconditionFailure("The built-in calendar is broken at line \(error.line); a test reads it.")
        }
    }()

    /// The file that the built-in table was read from.
    public static var builtInCSV: [UInt8] { PackageResources.chinese_holidays_csv }

    /// The table as such a file, by days: what ``init(csv:)`` reads back.
    public var csv: [UInt8] {
        let days = holidays.map { ($0, "holiday") } + workingWeekends.map { ($0, "workday") }
        let lines = days.sorted { $0.0 < $1.0 }.map { "\($0.0),\($0.1)\n" }
        return Array(("date,kind\n" + lines.joined()).utf8)
    }

    /// Reads `date,kind` lines, kind being `holiday` or `workday`, ascending or not; the years run from the first to
    /// the last one named.
    public init(csv: [UInt8]) throws(HolidayTableError) {
        var holidays: Set<CalendarDay> = []
        var workdays: Set<CalendarDay> = []
        let text = csv.starts(with: [0xEF, 0xBB, 0xBF]) ? csv.dropFirst(3) : csv[...]  // spreadsheets write a mark
        let lines = String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        for (offset, line) in lines.enumerated() {
            let number = offset + 1
            if number == 1 {
                guard line == "date,kind" else { throw HolidayTableError(line: 1, code: .header) }
                continue
            }
            if line.isEmpty { continue }
            let columns = line.split(separator: ",", omittingEmptySubsequences: false)
            guard columns.count == 2 else { throw HolidayTableError(line: number, code: .columns) }
            guard let day = CalendarDay(String(columns[0])) else { throw HolidayTableError(line: number, code: .date) }
            guard !holidays.contains(day), !workdays.contains(day) else {
                throw HolidayTableError(line: number, code: .repeated)
            }
            switch columns[1] {
            case "holiday": holidays.insert(day)
            case "workday": workdays.insert(day)
            default: throw HolidayTableError(line: number, code: .kind)
            }
        }
        guard let first = holidays.union(workdays).min(), let last = holidays.union(workdays).max() else {
            throw HolidayTableError(line: 1, code: .empty)
        }
        self.init(holidays: Array(holidays), workingWeekends: Array(workdays), years: first.year...last.year)
    }
}
