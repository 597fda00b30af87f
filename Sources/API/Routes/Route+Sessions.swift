internal import HTTPTypes
internal import JSON
internal import Operations
internal import Passwords
internal import Serving
internal import Values

extension Route {
    /// Logging in and out, and who one is.
    static let sessions = [logIn, logOut, me]

    private static let logIn = Route(
        method: .post, path: "/api/v1/sessions",
        summary: "Logs in with a name, a password and, where a second factor is enrolled, a code of it.", tag: .session,
        access: .anybody,
        body: .json(
            .object([
                .required("name", .text(1...200)), .required("password", .text(1...1024)),
                .optional("code", .secondFactorCode, "Of the second factor."),
            ])),
        answers: [
            Success(
                status: .created, description: "A session of twelve hours; its token is also set as a cookie.",
                content: .json(.reference(.session)), fields: [.setCookie])
        ],
        refusals: [.unauthenticated, .tooMany]
    ) { call in
        let (name, password, code) = try call.object {
            ($0.text("name"), Password($0.text("password")), $0.optionalText("code"))
        }
        let session = try await call.workspace.logIn(name, password: password, code: code, from: call.address)
        return Answer.json(.created) { output in
            output.write("{\"token\":")
            output.write(jsonString: session.token)
            output.write(",\"name\":")
            output.write(jsonString: session.name)
            output.write(",\"expiresAt\":")
            output.write(jsonString: session.expiresAt.description)
            output.write("}")
        }
        .with(.setCookie, call.server.cookie.setting(session.token))
    }

    private static let logOut = Route(
        method: .delete, path: "/api/v1/sessions/current", summary: "Ends the session.", tag: .session,
        access: .signedIn,
        answers: [Success(status: .noContent, description: "The session has ended.", fields: [.setCookie])]
    ) { call in
        if let token = call.credentials.token { try await call.workspace.logOut(token.text) }
        return Answer.noContent.with(.setCookie, call.server.cookie.removing)
    }

    private static let me = Route(
        method: .get, path: "/api/v1/me", summary: "Tells who calls, with the rights of this moment.", tag: .session,
        access: .signedIn,
        answers: [Success(status: .ok, description: "The account.", content: .json(.reference(.me)))]
    ) { call in
        let actor = try await call.workspace.actor(of: try call.caller())
        return Answer.json { output in
            output.write(membersOf: actor)
            output.write(",\"permissions\":")
            output.write(strings: Permission.allCases.filter(actor.may).map(\.rawValue))
            output.write("}")
        }
    }
}

extension Schema.Component {
    static let session = Schema.Component(
        name: "Session", description: "An open session.",
        schema: .object([
            .required("token", .text(), "For `Authorization: Bearer`; shown this once."), .required("name", .text()),
            .required("expiresAt", .instant),
        ]))

    static let me = Schema.Component(
        name: "Me", description: "The account that calls.",
        schema: .object(
            actorProperties + [.required("permissions", .array(.choice(of: Permission.self)))]))
}
