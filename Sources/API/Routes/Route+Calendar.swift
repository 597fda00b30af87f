internal import HTTPTypes
internal import JSON
internal import NIOCore
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// The calendar "CN": which weekdays are holidays, and which weekend days are worked.
    static let calendar = [readCalendar, replaceCalendar]

    private static let readCalendar = Route(
        method: .get, path: "/api/v1/calendar", summary: "The statutory holidays and make-up working days in force.",
        tag: .administration, access: .signedIn,
        answers: [
            Success(
                status: .ok, description: "The calendar of all contracts with the calendar CN.",
                content: .json(.reference(.calendar)))
        ]
    ) { call in
        let calendar = try await call.workspace.calendar(by: try call.caller())
        return Answer.json(capacity: 65_536) { $0.write(calendar) }
    }

    private static let replaceCalendar = Route(
        method: .put, path: "/api/v1/calendar",
        summary: "Puts another calendar in force and computes the figures of all contracts afresh.",
        tag: .administration, access: .permission(.manageCalendars),
        body: .stream(types: ["text/csv"], most: 1 << 20),
        answers: [
            Success(
                status: .ok, description: "How many contracts have new figures, and those that gave none.",
                content: .json(
                    .object([.required("contracts", .integer()), .required("failed", .array(.text()))])))
        ],
        refusals: [.invalid]
    ) { call in
        guard let stream = call.stream else { throw Refusal.malformedRequest }
        var csv: [UInt8] = []
        for try await piece in stream { csv += piece.readableBytesView }
        let summary = try await call.workspace.replaceCalendar(csv, by: try call.caller())
        return Answer.json { output in
            output.write("{\"contracts\":")
            output.write(integer: summary.contracts)
            output.write(",\"failed\":")
            output.write(strings: summary.failures.keys.sorted())
            output.write("}")
        }
    }
}

extension TextOutput {
    fileprivate mutating func write(_ calendar: CalendarInForce) {
        write("{\"recordedAt\":")
        write(optionalString: calendar.replacement?.recordedAt.description)
        write(",\"recordedBy\":")
        write(optionalString: calendar.replacement?.recordedBy)
        write(",\"holidays\":")
        write(strings: calendar.table.holidays.map(\.description))
        write(",\"workdays\":")
        write(strings: calendar.table.workingWeekends.map(\.description))
        write("}")
    }
}

extension Schema.Component {
    fileprivate static let calendar = Schema.Component(
        name: "Calendar", description: "Weekdays that are holidays, and weekend days that are worked.",
        schema: .object([
            .required("recordedAt", .nullable(.instant), "Null for the built-in one."),
            .required("recordedBy", .nullable(.text())), .required("holidays", .array(.day)),
            .required("workdays", .array(.day)),
        ]))
}
