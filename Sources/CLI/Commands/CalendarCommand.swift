import ArgumentParser
import Operations
import Values

/// `tranche calendar`: which weekdays are holidays, and which weekend days are worked.
struct CalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Lists the statutory holidays and make-up working days in force, or replaces them.",
        discussion: """
            --format csv prints what --set reads: a line date,kind, then days with the kind holiday or workday. A new \
            calendar holds for all contracts with the calendar CN, whose figures are computed afresh; statements known at \
            an earlier moment keep the calendar of their time.
            """)

    @Option(help: "Only this year.")
    var year: Int?

    @Option(name: .customLong("set"), help: ArgumentHelp("Puts this file in force.", valueName: "FILE.csv"))
    var file: String?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let words = Words(language: language.language)
        if let file {
            let csv = try InputFile.read(file)
            let summary = try await workspace.withWorkspace(creating: true) { try await $0.replaceCalendar(csv) }
            StandardStreams.emit(words.rebuilt(summary.contracts - summary.failures.count) + "\n")
            return
        }
        let calendar = try await workspace.withWorkspace { try await $0.calendar() }
        var days = calendar.table.holidays.map { ($0, "holiday", words.choose("放假", "holiday")) }
        days += calendar.table.workingWeekends.map { ($0, "workday", words.choose("调休上班", "workday")) }
        var table = TextTable(columns: words.calendarColumns)
        for (day, kind, shown) in days.sorted(by: { $0.0 < $1.0 }) where year == nil || day.year == year {
            table.rows.append([.day(day), .word(kind, shown: shown)])
        }
        StandardStreams.emit(table.render(format.format).bytes)
    }
}
