import Values

/// What `CN` means on this run: the built-in calendar or one of the user's.
enum ChineseHolidays {
    /// A calendar file that cannot be used.
    struct Unusable: Error {
        let path: String
        let cause: HolidayTableError
    }

    static func load(_ path: String?) throws -> HolidayTable {
        guard let path else { return .builtIn }
        let bytes = try InputFile.read(path)
        do throws(HolidayTableError) { return try HolidayTable(csv: bytes) } catch {
            throw Unusable(path: path, cause: error)
        }
    }
}
