internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// Who did or tried what.
    static let accessLog = [readAccessLog]

    private static let readAccessLog = Route(
        method: .get, path: "/api/v1/access-log",
        summary: "Log-ins, administration and refused attempts, newest first.", tag: .administration,
        access: .permission(.readAccessLog),
        parameters: [
            .query("account", .text(1...200), "Only acts of this account, by its log-in name."),
            .query("action", .text(1...100), "Only acts of this name."),
            .query("done", .choice(of: Done.self), "Only what was done, or only what was refused."),
            .query("from", .text(), "From this moment or day on."),
            .query("until", .text(), "To this moment, or to the end of this day."),
        ] + .ofPages,
        answers: [
            Success(
                status: .ok, description: "A page.",
                content: .json(.object([.required("entries", .array(.reference(.accessEntry)))])), fields: [.link])
        ]
    ) { call in
        let (filter, page) = try call.query { query in (AccessLogFilter(&query), query.page()) }
        var before: Int64?
        if let keys = try page.keys(1) {
            guard let number = Int64(keys[0]) else { throw Page.foreignCursor }
            before = number
        }
        let log = try await call.workspace.accessLog(
            filter, before: before, limit: page.limit, by: try call.caller())
        return Answer.json(capacity: 256 * log.entries.count + 64) { output in
            output.write("{\"entries\":")
            output.write(list: log.entries) { $0.write($1) }
            output.write("}")
        }
        .linked(call, page, log.entries.count) { log.next.map { [String($0)] } }
    }

    fileprivate enum Done: String, CaseIterable { case yes, no }
}

extension AccessLogFilter {
    fileprivate init(_ query: inout QueryValues) {
        self.init()
        account = query.text("account")
        action = query.text("action")
        let done: Route.Done? = query.choice("done")
        isDone = done.map { $0 == .yes }
        from = query.startingMoment("from")
        until = query.moment("until").map { Instant(microseconds: $0.microseconds + 1) }
    }
}

extension TextOutput {
    fileprivate mutating func write(_ entry: AccessEntry) {
        write(object: [
            "number": .integer(Int(entry.number)), "at": .text(entry.at.description), "actor": .text(entry.actor),
            "address": .text(entry.address), "action": .text(entry.action), "subject": .text(entry.subject),
            "detail": .text(entry.detail), "isDone": .boolean(entry.isDone),
        ])
    }
}

extension Schema.Component {
    fileprivate static let accessEntry = Schema.Component(
        name: "AccessEntry", description: "Who did or tried what. Nothing in it is secret.",
        schema: .object([
            .required("number", .integer(), "Rises from entry to entry."), .required("at", .instant),
            .required("actor", .text(), "The account's name; empty where there is none."),
            .required("address", .text(), "Where it came from; empty for the console."), .required("action", .text()),
            .required("subject", .text()), .required("detail", .text(), "Of a refusal, why."),
            .required("isDone", .boolean, "False for what was refused."),
        ]))
}
