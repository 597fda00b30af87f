internal import HTTPTypes
internal import Operations
internal import Payables
internal import Values

extension Route {
    /// Contracts and what is computed of them.
    static let contracts = [statement]

    private static let statement = Route(
        method: .get, path: "/api/v1/contracts/{number}/statement",
        summary: "What a contract owes on a day, instalment by instalment, and why.", tag: .contracts,
        access: .permission(.readContracts),
        parameters: [
            .path("number", .text(1...200), "The contract's number."),
            .query("asOf", .day, "The day asked about; today where it is missing."),
            .query(
                "knownAt", .oneOf([.instant, .day]),
                "Only what was recorded by then; a day means its end in China. Everything where it is missing."),
        ],
        answers: [
            Success(
                status: .ok, description: "The statement; each `because` has a sentence in the language asked for.",
                content: .json(.reference(.statement)), fields: [.eTag])
        ],
        refusals: [.notFound]
    ) { call in
        let (day, moment) = try call.query { ($0.day("asOf"), $0.moment("knownAt")) }
        // Until the use case takes a caller, whose departments it then looks at too.
        let actor = try await call.workspace.actor(of: try call.caller())
        guard actor.may(.readContracts) else { throw OperationError.forbidden(.readContracts) }
        let answer = try await call.workspace.statement(of: call.path[0], asOf: day, knownAt: moment)
        return Answer.json(capacity: 16_384) { $0.write(answer.statement, explainedIn: call.language) }
            .with(.eTag, EntityTag.text(ofVersion: answer.version))
    }
}
