internal import Audit
internal import Reperformance
internal import Values

extension BundleVerification {
    func readCalendars(_ bytes: [UInt8]) {
        guard let lines = CalendarList.lines(bytes), lines.count <= options.limits.versions else {
            return fault(.fileMalformed, reader.path)
        }
        calendarLines = lines
    }

    func readCalendar(_ number: Int, _ bytes: [UInt8]) {
        guard number == calendars.count, calendarLines.indices.contains(number) else {
            return fault(.fileMisplaced, reader.path)
        }
        let line = calendarLines[number]
        guard ContentHash(of: bytes) == line.sha256 else { return fault(.calendarDiffers, reader.path) }
        let read = try? CalendarVersion(
            number: number, recordedAt: line.recordedAt, recordedBy: line.recordedBy, csv: bytes)
        guard let read else { return fault(.fileMalformed, reader.path) }
        if number == 0, read.table != .builtIn { report.notices.append(.calendarDiffers) }
        calendars.append(read)
    }
}
