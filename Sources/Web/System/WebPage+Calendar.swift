internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// The calendar by which working days are counted, and putting another one in its place: a file is looked at first,
    /// then put in force.
    static let calendar: [WebPage] = [
        .get("/system/calendar", SystemPlace.calendar.access, query: ["year"]) { visit in
            try await calendarPage(visit, FilledForm(uploadFields(visit.words.system)))
        },
        .get("/system/calendar/file", SystemPlace.calendar.access) { visit in
            let calendar = try await visit.workspace.calendar(by: try visit.caller())
            return .download(calendar.table.csv, "text/csv; charset=utf-8", as: "calendar.csv")
        },
        .post("/system/calendar", .permissions([.manageCalendars]), body: .upload(most: 1 << 20)) { visit in
            var form = FilledForm(uploadFields(visit.words.system), visit.form)
            guard let file = visit.form.file("file") else {
                form.note("file", visit.language.choose("请选择文件。", "Choose a file."))
                return try await calendarPage(visit, form)
            }
            return try await confirmation(visit, of: file.bytes, form)
        },
        .post("/system/calendar/replacement", .permissions([.manageCalendars])) { visit in
            let csv = Array((visit.form["csv"] ?? "").utf8)
            var form = FilledForm(uploadFields(visit.words.system), visit.form)
            do throws(OperationError) {
                if try await isInForce(csv, visit) {
                    return .seeOther(SystemPlace.calendar.path, notice: visit.words.system.sameCalendar)
                }
                let summary = try await visit.workspace.replaceCalendar(csv, by: try visit.caller())
                return .seeOther(
                    SystemPlace.calendar.path, notice: visit.words.system.calendarReplaced(summary.contracts))
            } catch {
                form.note(error, in: visit.language)
                return try await calendarPage(visit, form)
            }
        },
    ]

    private static func uploadFields(_ words: SystemWords) -> [Field] {
        [
            Field(
                name: "file", label: words.calendarUpload, kind: .file(accept: ".csv,text/csv"),
                hint: words.calendarUploadHint, isRequired: true)
        ]
    }

    /// Sent twice, the second time changes nothing.
    private static func isInForce(_ csv: [UInt8], _ visit: Visit) async throws(OperationError) -> Bool {
        let calendar = try await visit.workspace.calendar(by: try visit.caller())
        return (try? HolidayTable(csv: csv)) == calendar.table
    }

    private static func calendarPage(_ visit: Visit, _ form: FilledForm) async throws -> Answer {
        let words = visit.words
        let calendar = try await visit.workspace.calendar(by: try visit.caller())
        let asked =
            visit.call.head.method == .get
            ? try visit.call.query { $0.integer("year", in: 1...9999) } : nil
        let year = asked ?? visit.today.year
        return systemPage(visit, .calendar, status: form.status) {
            element("p") { words.system.calendarLead }
            yearWarning(calendar, visit.today, words)
            calendarNodes(calendar, of: year, words)
            if visit.may(.manageCalendars) {
                element("h2") { words.system.replaceCalendar }
                form.node(action: "/system/calendar", in: words, isUpload: true) {
                    element("button", .class("primary")) { words.system.checkFile }
                }
            }
        }
    }

    /// What another calendar changes, asked once.
    private static func confirmation(_ visit: Visit, of csv: [UInt8], _ form: FilledForm) async throws -> Answer {
        let words = visit.words
        let new: HolidayTable
        do throws(HolidayTableError) { new = try HolidayTable(csv: csv) } catch {
            var form = form
            form.note(OperationError.invalidCalendar(error), in: visit.language)
            return try await calendarPage(visit, form)
        }
        let present = try await visit.workspace.calendar(by: try visit.caller()).table
        guard new != present else {
            return .seeOther(SystemPlace.calendar.path, notice: words.system.sameCalendar)
        }
        let sent = FilledForm([
            Field(name: "csv", label: "", kind: .hidden, standard: String(decoding: new.csv, as: UTF8.self))
        ])
        return systemPage(visit, .calendar, title: words.system.checkCalendar) {
            CalendarChange(from: present, to: new).node(words)
            sent.node(action: "/system/calendar/replacement", in: words) {
                element("button", .class("primary")) { words.system.useCalendar }
                element("a", .href(SystemPlace.calendar.path)) { words.back }
            }
        }
    }
}
