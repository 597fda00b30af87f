internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// The caller's own second factor: a secret, from which an authenticator app makes codes (RFC 6238).
    static let ownSecondFactor = [readSecondFactor, beginSecondFactor, completeSecondFactor, removeSecondFactor]

    private static let readSecondFactor = Route(
        method: .get, path: "/api/v1/me/second-factor", summary: "Tells since when a second factor is asked for.",
        tag: .session, access: .signedIn,
        answers: [
            Success(
                status: .ok, description: "Null for none.",
                content: .json(.object([.required("enrolledAt", .nullable(.instant))])))
        ]
    ) { call in
        let enrolled = try await call.workspace.ownSecondFactor(by: try call.caller())
        return Answer.json { output in
            output.write("{\"enrolledAt\":")
            output.write(optionalString: enrolled?.description)
            output.write("}")
        }
    }

    private static let beginSecondFactor = Route(
        method: .post, path: "/api/v1/me/second-factor",
        summary: "Makes a secret, which is asked for once a first code of it came.", tag: .session, access: .signedIn,
        body: .json(.object([.confirmation])),
        answers: [
            Success(
                status: .created, description: "The secret, shown this once.",
                content: .json(.reference(.secondFactorEnrolment)))
        ],
        refusals: [.conflict, .tooMany]
    ) { call in
        let (body, proof) = try call.jsonAndProof()
        try call.object(body) { _ in }
        let caller = try call.caller()
        var confirmation: Confirmation?
        if let proof { confirmation = try await call.workspace.confirm(proof, by: caller) }
        let enrolment = try await call.workspace.beginSecondFactor(confirmation, by: caller)
        return Answer.json(.created) { output in
            output.write(object: [
                "secret": .text(enrolment.secret), "uri": .text(enrolment.uri),
                "expiresAt": .text(enrolment.expiresAt.description),
            ])
        }
    }

    private static let completeSecondFactor = Route(
        method: .post, path: "/api/v1/me/second-factor/confirmation",
        summary: "Takes the second factor into use with its first code; all other sessions end.", tag: .session,
        access: .signedIn, body: code,
        answers: [Success(status: .noContent, description: "Codes are asked for from now on.")],
        refusals: [.conflict, .tooMany]
    ) { call in
        let code = try call.object { $0.text("code") }
        try await call.workspace.completeSecondFactor(code, by: try call.caller())
        return .noContent
    }

    /// By POST, since a DELETE has no body.
    private static let removeSecondFactor = Route(
        method: .post, path: "/api/v1/me/second-factor/removal",
        summary: "Removes one's own second factor, which takes a code of it; all other sessions end.", tag: .session,
        access: .signedIn, body: code,
        answers: [Success(status: .noContent, description: "Codes are no longer asked for.")], refusals: [.tooMany]
    ) { call in
        let code = try call.object { $0.text("code") }
        try await call.workspace.removeSecondFactor(code, by: try call.caller())
        return .noContent
    }

    private static let code = Body.json(.object([.required("code", .secondFactorCode)]))
}

extension Schema.Component {
    fileprivate static let secondFactorEnrolment = Schema.Component(
        name: "SecondFactorEnrolment", description: "A second factor that is being set up.",
        schema: .object([
            .required("secret", .text(), "For typing into an authenticator app."),
            .required("uri", .text(), "For a picture that the app reads (otpauth)."),
            .required("expiresAt", .instant, "Until when the first code must come."),
        ]))
}
