internal import HTML
internal import HTTPTypes
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension WebPage {
    /// Where one's own account is logged in, and ending that: one, all others, all.
    static let ownSessions: [WebPage] = [
        .get("/me/sessions", .signedIn) { visit in
            let sessions = try await visit.workspace.ownSessions(by: try visit.caller())
            return ownPage(visit, .sessions) { sessionNodes(sessions, visit.words) }
        },
        .get("/me/sessions/others", .signedIn) { visit in
            let others = try await visit.workspace.ownSessions(by: try visit.caller()).filter { !$0.isCurrent }
            return ask(visit, "others", visit.words.me.endOthers, visit.words.me.endOthersMeans(others.count))
        },
        .post("/me/sessions/others", .signedIn) { visit in
            let count = try await visit.workspace.endOtherSessions(by: try visit.caller())
            return .seeOther(OwnPlace.sessions.path, notice: visit.words.me.ended(count))
        },
        .get("/me/sessions/all", .signedIn) { visit in
            let sessions = try await visit.workspace.ownSessions(by: try visit.caller())
            return ask(visit, "all", visit.words.me.endAll, visit.words.me.endAllMeans(sessions.count))
        },
        .post("/me/sessions/all", .signedIn) { visit in
            try await visit.workspace.endOtherSessions(by: try visit.caller())
            if let token = visit.call.credentials.token { try await visit.workspace.logOut(token.text) }
            return Answer.seeOther(OwnPlace.overview.path, notice: visit.words.me.ended)
                .with(.setCookie, visit.call.server.cookie.removing)
        },
        .get("/me/sessions/{id}/end", .signedIn) { visit in
            let sessions = try await visit.workspace.ownSessions(by: try visit.caller())
            guard let session = sessions.first(where: { String($0.id) == visit.path[0] }) else {
                throw OperationError.account(.unknownSession)
            }
            let title = visit.words.me.endSession(from: session.address)
            return ask(visit, "\(session.id)/end", title, visit.words.me.endMeans)
        },
        .post("/me/sessions/{id}/end", .signedIn) { visit in
            guard let id = Int64(visit.path[0]) else { throw OperationError.account(.unknownSession) }
            do throws(OperationError) { try await visit.workspace.endOwnSession(id, by: try visit.caller()) } catch {
                // Sent twice: it is over already, as it was to be.
                guard error == .account(.unknownSession) else { throw error }
            }
            return .seeOther(OwnPlace.sessions.path, notice: visit.words.me.ended)
        },
    ]

    private static func ask(_ visit: Visit, _ what: String, _ title: String, _ effect: String) -> Answer {
        let asked = AskedOnce(
            title: title, effect: effect, button: title, action: "/me/sessions/\(what)", back: OwnPlace.sessions.path)
        return ownPage(visit, .sessions, title: title) { asked.node(in: visit.words) }
    }

    private static func sessionNodes(_ sessions: [ListedSession], _ words: Words) -> Node {
        let me = words.me
        return group {
            element("p") { me.sessionsLead }
            dataTable(caption: me.name(of: .sessions)) {
                headRow(
                    (me.address, false), (me.openedAt, false), (me.lastUsed, false), (me.expiresAt, false),
                    (words.system.actions, false))
                element("tbody") {
                    for session in sessions {
                        element("tr") {
                            element("th", .scope("row")) {
                                session.address
                                if session.isCurrent {
                                    " "
                                    element("span", .class("status settled")) { me.thisOne }
                                }
                            }
                            element("td") { words.moment(session.openedAt) }
                            element("td") { words.moment(session.lastUsedAt) }
                            element("td") { words.moment(session.expiresAt) }
                            element("td") {
                                if !session.isCurrent {
                                    element(
                                        "a", .href("/me/sessions/\(session.id)/end"),
                                        .aria("label", "\(me.endSession(from: session.address)) \(session.id)")
                                    ) { me.end }
                                }
                            }
                        }
                    }
                }
            }
            element("ul", .class("actions")) {
                if sessions.count > 1 {
                    element("li") {
                        element("a", .class("button"), .href("/me/sessions/others")) { me.endOthers }
                    }
                }
                element("li") { element("a", .class("button"), .href("/me/sessions/all")) { me.endAll } }
            }
        }
    }
}
