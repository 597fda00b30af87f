internal import HTML
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// Who did or tried what.
    static let accessLog = WebPage.get(
        "/audit/access", AuditPlace.accessLog.access,
        query: ["account", "action", "done", "from", "until", "limit", "cursor"]
    ) { visit in
        let words = visit.words
        var form = visit.asked(accessLogFields(words))
        let read = visit.reading(&form) { query in
            var filter = AccessLogFilter()
            (filter.account, filter.action) = (query.text("account"), query.text("action"))
            filter.isDone = query.choice("done", of: Outcome.self).map { $0 == .yes }
            filter.from = query.startingMoment("from")
            filter.until = query.moment("until").map { Instant(microseconds: $0.microseconds + 1) }
            return (filter, query.page())
        }
        guard let (filter, page) = read else {
            return auditPage(visit, .accessLog, isFaulty: true) { form.filtering(at: visit.place, in: words) }
        }
        let before = try page.keys(1).map { keys throws(Refusal) in
            guard let number = Int64(keys[0]) else { throw Page.foreignCursor }
            return number
        }
        let log = try await visit.workspace.accessLog(
            filter, before: before, limit: page.limit, by: try visit.caller())
        return auditPage(visit, .accessLog) {
            element("p") { words.accessLog.lead }
            form.filtering(at: visit.place, in: words)
            accessLogTable(log.entries, words)
            nextPage(visit, page, log.entries.count) { log.next.map { [String($0)] } }
        }
    }

    private enum Outcome: String, CaseIterable { case yes, no }

    private static func accessLogFields(_ words: Words) -> [Field] {
        let log = words.accessLog
        let all = [Field.Option(value: "", label: words.anyOption)]
        let actions = AccessLogWords.acts.map { Field.Option(value: $0.name, label: log.name(of: $0.name)) }
        let outcomes = [
            Field.Option(value: "yes", label: log.done), Field.Option(value: "no", label: log.refused),
        ]
        return [
            Field(name: "account", label: log.account),
            Field(name: "action", label: log.action, kind: .choice(all + actions)),
            Field(name: "done", label: log.outcome, kind: .choice(all + outcomes)),
            Field(name: "from", label: log.from, kind: .day), Field(name: "until", label: log.until, kind: .day),
        ]
    }

    private static func accessLogTable(_ entries: [AccessEntry], _ words: Words) -> Node {
        let log = words.accessLog
        guard !entries.isEmpty else { return element("p") { words.nothingHere } }
        return dataTable(caption: words.audit.name(of: .accessLog)) {
            headRow(
                (log.at, false), (log.account, false), (log.action, false), (log.subject, false), (log.detail, false),
                (log.outcome, false), (log.address, false))
            element("tbody") {
                for entry in entries {
                    element("tr") {
                        element("td") { words.moment(entry.at) }
                        element("td") { entry.actor.isEmpty ? log.nobody : entry.actor }
                        element("th", .scope("row")) { log.name(of: entry.action) }
                        element("td") { brief(entry.subject) }
                        element("td") { brief(log.detail(entry.detail)) }
                        element("td") {
                            element("span", .class(entry.isDone ? "status settled" : "status rejected")) {
                                entry.isDone ? log.done : log.refused
                            }
                        }
                        element("td") { entry.address.isEmpty ? log.console : entry.address }
                    }
                }
            }
        }
    }
}
