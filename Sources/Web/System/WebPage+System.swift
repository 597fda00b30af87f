internal import Audit
internal import HTML
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    /// The pages for administrators.
    static let system: [WebPage] =
        [systemOverview, signingKey] + users + accountActs + departments + calendar + tokens

    private static let systemOverview = WebPage.get("/system", SystemPlace.overview.access) { visit in
        let words = visit.words
        let caller = try visit.caller()
        let (workspace, state) = (visit.workspace, try await visit.workspace.logState(by: caller))
        let calendar = try await workspace.calendar(by: caller)
        var isReady = true
        do { try await workspace.checkReadiness() } catch { isReady = false }
        return systemPage(visit, .overview) { [isReady] in
            element("p") { words.system.lead }
            yearWarning(calendar, visit.today, words)
            element("ul", .class("choices")) {
                for place in SystemPlace.allCases where place != .overview {
                    if let actor = visit.actor, place.access.admits(actor) {
                        choice(place.path, words.system.name(of: place), words.system.purpose(of: place))
                    }
                }
            }
            element("h2") { words.system.condition }
            conditionNodes(isReady: isReady, workspace, calendar, words)
            element("h2") { words.system.logState }
            logFigures(state, words)
        }
    }

    private static func conditionNodes(
        isReady: Bool, _ workspace: Workspace, _ calendar: CalendarInForce, _ words: Words
    ) -> Node {
        let system = words.system
        let counts = Dictionary(uniqueKeysWithValues: workspace.connections.map { ($0.state, $0.count) })
        return element("dl", .class("facts")) {
            fact(system.database) {
                element("span", .class(isReady ? "status settled" : "status rejected")) {
                    isReady ? system.ready : system.notReady
                }
                if isReady { " " + system.readyDetail }
            }
            fact(system.connections) {
                system.connections(
                    idle: counts["idle"] ?? 0, leased: counts["leased"] ?? 0, waiting: counts["waiting"] ?? 0)
            }
            if let years = calendar.table.years { fact(system.calendarYears) { system.years(years) } }
        }
    }

    private static let signingKey = WebPage.get("/system/key", SystemPlace.key.access) { visit in
        let words = visit.words
        let keys = try await visit.workspace.logKeys(by: try visit.caller())
        return systemPage(visit, .key) {
            element("p") { words.system.keyLead }
            if let key = keys.own.last {
                element("h2") { words.audit.fingerprint }
                copyable(key.fingerprint, words)
                element("h2") { words.system.verifierKey }
                copyable("\(key)", words)
                element("h2") { words.system.pem }
                copyable(key.pem, words)
                element("p") {
                    element("a", .class("button"), .href("/audit/keys/" + key.fingerprint)) { words.audit.download }
                }
                element("h2") { words.system.compare }
                copyable(
                    "openssl pkey -pubin -in key-\(key.fingerprint.prefix(8)).pem -outform DER | sha256sum", words)
            }
            element("h2") { words.audit.keys }
            keyTable(keys, words)
            element("p", .class("soft")) { words.system.rotation }
        }
    }
}

/// That the calendar does not know this year, or in December the next one.
func yearWarning(_ calendar: CalendarInForce, _ today: CalendarDay, _ words: Words) -> Node {
    guard let years = calendar.table.years else { return .empty }
    let wanted = today.year + (today.yearMonthDay.month == 12 ? 1 : 0)
    guard !years.contains(wanted) else { return .empty }
    return element("p", .class("warning")) { words.system.yearMissing(wanted) }
}
