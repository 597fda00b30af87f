internal import HTTPTypes
internal import JSON
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension Route {
    /// What people see and do about their own password and sessions; the second factor stands beside.
    static let ownSecurity = [changePassword, ownSessions, endOwnSession, endOtherSessions] + ownSecondFactor

    private static let changePassword = Route(
        method: .put, path: "/api/v1/me/password",
        summary: "Sets one's own password, which takes the old one; all other sessions end.", tag: .session,
        access: .signedIn,
        body: .json(
            .object([.required("current", .text(1...1024)), .required("password", .text(12...1024))])),
        answers: [Success(status: .noContent, description: "The password is set.")], refusals: [.tooMany]
    ) { call in
        let (old, new) = try call.object { (Password($0.text("current")), Password($0.text("password"))) }
        try await call.workspace.changePassword(from: old, to: new, by: try call.caller())
        return .noContent
    }

    private static let ownSessions = Route(
        method: .get, path: "/api/v1/me/sessions", summary: "Lists one's own sessions, last used first.",
        tag: .session, access: .signedIn,
        answers: [
            Success(
                status: .ok, description: "Those that are not over.",
                content: .json(.object([.required("sessions", .array(.reference(.ownSession)))])))
        ]
    ) { call in
        let sessions = try await call.workspace.ownSessions(by: try call.caller())
        return Answer.json { output in
            output.write("{\"sessions\":")
            output.write(list: sessions) { $0.write($1) }
            output.write("}")
        }
    }

    private static let endOwnSession = Route(
        method: .delete, path: "/api/v1/me/sessions/{id}", summary: "Ends one of one's own sessions.", tag: .session,
        access: .signedIn, parameters: [.path("id", .integer(), "Its number in the list.")],
        answers: [Success(status: .noContent, description: "The session has ended.")], refusals: [.notFound]
    ) { call in
        guard let id = Int64(call.path[0]) else { throw OperationError.account(.unknownSession) }
        try await call.workspace.endOwnSession(id, by: try call.caller())
        return .noContent
    }

    private static let endOtherSessions = Route(
        method: .delete, path: "/api/v1/me/sessions", summary: "Ends all of one's own sessions but this one.",
        tag: .session, access: .signedIn,
        answers: [
            Success(
                status: .ok, description: "How many there were.",
                content: .json(.object([.required("ended", .integer())])))
        ]
    ) { call in
        let count = try await call.workspace.endOtherSessions(by: try call.caller())
        return Answer.json { $0.write(object: ["ended": .integer(count)]) }
    }
}

extension TextOutput {
    fileprivate mutating func write(_ session: ListedSession) {
        write(object: [
            "id": .integer(Int(session.id)), "address": .text(session.address),
            "openedAt": .text(session.openedAt.description), "lastUsedAt": .text(session.lastUsedAt.description),
            "expiresAt": .text(session.expiresAt.description), "isCurrent": .boolean(session.isCurrent),
        ])
    }
}

extension Schema.Component {
    fileprivate static let ownSession = Schema.Component(
        name: "OwnSession", description: "One of the caller's own sessions.",
        schema: .object([
            .required("id", .integer()), .required("address", .text(), "Where it was opened from."),
            .required("openedAt", .instant), .required("lastUsedAt", .instant, "To the minute."),
            .required("expiresAt", .instant), .required("isCurrent", .boolean, "Whether it is the one that asks."),
        ]))
}
