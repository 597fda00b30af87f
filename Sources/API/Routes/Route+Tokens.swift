internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// Tokens by which programs act as an account.
    static let tokens = [listTokens, issueToken, revokeToken]

    private static let listTokens = Route(
        method: .get, path: "/api/v1/tokens", summary: "Lists the tokens, those that are over included.",
        tag: .administration, access: .permission(.manageTokens),
        parameters: [.query("account", .text(1...200), "Only those of this account, by its log-in name.")],
        answers: [
            Success(
                status: .ok, description: "The tokens, without what they open by.",
                content: .json(.object([.required("tokens", .array(.reference(.token)))])))
        ]
    ) { call in
        let account = try call.query { $0.text("account") }
        let tokens = try await call.workspace.tokens(of: account, by: try call.caller())
        return Answer.json(capacity: 256 * tokens.count + 64) { output in
            output.write("{\"tokens\":")
            output.write(list: tokens) { $0.write($1) }
            output.write("}")
        }
    }

    private static let issueToken = Route(
        method: .post, path: "/api/v1/tokens", summary: "Issues a token for an account.", tag: .administration,
        access: .permission(.manageTokens),
        body: .json(
            .object([
                .required("account", .text(1...200), "Its log-in name."),
                .required("label", .text(1...200), "What the token is for."),
                .optional("days", .integer(1...366), "How long it lasts; 90 where it is missing."),
            ])),
        answers: [
            Success(
                status: .created, description: "The token, shown this once.",
                content: .json(.reference(.issuedToken)))
        ],
        refusals: [.notFound]
    ) { call in
        let (account, label, days) = try call.object { reader in
            (reader.text("account"), reader.text("label"), reader.optionalInteger("days", in: 1...366) ?? 90)
        }
        let token = try await call.workspace.issueToken(for: account, label: label, days: days, by: try call.caller())
        return Answer.json(.created) { output in
            output.write("{\"id\":")
            output.write(integer: token.id)
            output.write(",\"token\":")
            output.write(jsonString: token.text)
            output.write(",\"expiresAt\":")
            output.write(jsonString: token.expiresAt.description)
            output.write("}")
        }
    }

    private static let revokeToken = Route(
        method: .delete, path: "/api/v1/tokens/{id}", summary: "Ends a token for good.", tag: .administration,
        access: .permission(.manageTokens), parameters: [.path("id", .integer(), "Its number in the list.")],
        answers: [Success(status: .noContent, description: "The token is revoked.")], refusals: [.notFound]
    ) { call in
        guard let id = Int64(call.path[0]) else { throw OperationError.account(.unknownToken) }
        try await call.workspace.revokeToken(id, by: try call.caller())
        return .noContent
    }
}

extension TextOutput {
    fileprivate mutating func write(_ token: ListedToken) {
        write("{\"id\":")
        write(integer: token.id)
        write(",\"account\":")
        write(jsonString: token.account)
        write(",\"label\":")
        write(jsonString: token.label)
        write(",\"createdAt\":")
        write(jsonString: token.createdAt.description)
        write(",\"expiresAt\":")
        write(jsonString: token.expiresAt.description)
        write(",\"revokedAt\":")
        write(optionalString: token.revokedAt?.description)
        write(",\"lastUsedOn\":")
        write(optionalString: token.lastUsedOn?.description)
        write("}")
    }
}

extension Schema.Component {
    static let token = Schema.Component(
        name: "Token", description: "A token of a program, without what it opens by.",
        schema: .object([
            .required("id", .integer()), .required("account", .text()), .required("label", .text()),
            .required("createdAt", .instant), .required("expiresAt", .instant),
            .required("revokedAt", .nullable(.instant)), .required("lastUsedOn", .nullable(.day)),
        ]))

    static let issuedToken = Schema.Component(
        name: "IssuedToken", description: "A token at the one moment at which its text is known.",
        schema: .object([
            .required("id", .integer()), .required("token", .text(), "For `Authorization: Bearer`."),
            .required("expiresAt", .instant),
        ]))
}
