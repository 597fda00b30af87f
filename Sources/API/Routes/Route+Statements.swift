internal import HTTPTypes
internal import JSON
internal import Operations
internal import Payables
internal import Serving
internal import Values

extension Route {
    /// What is computed of a contract.
    static let statements = [statement, whatIf, curve]

    private static let statement = Route(
        method: .get, path: "/api/v1/contracts/{number}/statement",
        summary: "What a contract owes on a day, instalment by instalment, and why.", tag: .contracts,
        access: .permission(.readContracts),
        parameters: [
            .contract, .asOf,
            .query(
                "knownAt", .oneOf([.instant, .day]),
                "Only what was recorded by then; a day means its end in China. Everything where it is missing."),
        ],
        answers: [
            Success(
                status: .ok, description: "The statement; each `because` has a sentence in the language asked for.",
                content: .json(.reference(.statement)), fields: [.eTag])
        ],
        refusals: [.notFound, .invalid]
    ) { call in
        let (day, moment) = try call.query { ($0.day("asOf"), $0.moment("knownAt")) }
        if moment != nil {
            return explained(
                try await call.workspace.statement(
                    of: call.path[0], asOf: day, knownAt: moment, by: try call.caller()), call.language)
        }
        let written = try await call.workspace.statement(
            of: call.path[0], asOf: day, in: call.language, by: try call.caller()
        ) { $0.explained(in: call.language) }
        return Answer.json(bytes: written.bytes).version(written.version)
    }

    private static func explained(_ answer: StatementAnswer, _ language: Language) -> Answer {
        Answer.json(bytes: answer.explained(in: language)).version(answer.version)
    }

    private static let whatIf = Route(
        method: .post, path: "/api/v1/contracts/{number}/what-if",
        summary: "The statement as it would be with further facts; nothing is written.", tag: .contracts,
        access: .permission(.readContracts), parameters: [.contract],
        body: .json(
            .object([
                .required("facts", .array(.map(.anything)), "As to record them, with or without ids; at most 100."),
                .optional("asOf", .day),
            ])),
        answers: [
            Success(
                status: .ok, description: "The statement.", content: .json(.reference(.statement)), fields: [.eTag])
        ],
        refusals: [.notFound]
    ) { call in
        let answer = try await call.workspace.whatIf(try call.json(), of: call.path[0], by: try call.caller())
        return explained(answer, call.language)
    }

    private static let curve = Route(
        method: .get, path: "/api/v1/contracts/{number}/curve",
        summary: "What is payable against the score of an assessment, with its steps and kinks exact.",
        tag: .contracts, access: .permission(.readContracts),
        parameters: [
            .contract, .query("assessment", .text(1...64), "Id of the assessment. Must be there."), .asOf,
        ],
        answers: [
            Success(
                status: .ok, description: "The curve: straight lines between its points.",
                content: .json(.reference(.curve)), fields: [.eTag])
        ],
        refusals: [.notFound, .invalid]
    ) { call in
        let (assessment, day) = try call.query { ($0.text("assessment") ?? "", $0.day("asOf")) }
        let answer = try await call.workspace.curve(
            of: call.path[0], assessment: assessment, asOf: day, by: try call.caller())
        return Answer.json(capacity: 4096) { $0.write(answer) }.version(answer.version)
    }
}

extension StatementAnswer {
    fileprivate func explained(in language: Language) -> [UInt8] {
        var output = TextOutput(reservingCapacity: 16_384)
        output.write(statement, explainedIn: language)
        return output.bytes
    }
}

extension TextOutput {
    fileprivate mutating func write(_ answer: CurveAnswer) {
        write("{\"assessment\":")
        write(jsonString: answer.assessment)
        write(",\"installment\":")
        write(optionalString: answer.installment)
        write(",\"asOf\":")
        write(quoted: answer.asOf)
        write(",\"currency\":\"CNY\",\"points\":")
        write(list: answer.curve.points) { output, point in
            output.write("{\"score\":")
            output.write(fraction: point.score)
            output.write(",\"isJump\":")
            output.write(text: point.isJump ? "true" : "false")
            output.write(",\"below\":")
            output.write(point.below)
            output.write(",\"at\":")
            output.write(point.at)
            output.write(",\"above\":")
            output.write(point.above)
            output.write("}")
        }
        write("}")
    }

    private mutating func write(_ figures: PayableCurve.Figures?) {
        guard let figures else { return write("null") }
        write("{\"deducted\":")
        write(fraction: figures.deducted)
        write(",\"payable\":")
        write(fraction: figures.payable)
        write(",\"total\":")
        write(fraction: figures.total)
        write(",\"isUndetermined\":")
        write(text: figures.isUndetermined ? "true" : "false")
        write("}")
    }

    /// `250/3`, or `83` where it is whole.
    private mutating func write(fraction: Fraction) {
        let text = "\(fraction.numerator)" + (fraction.denominator == 1 ? "" : "/\(fraction.denominator)")
        write(jsonString: text)
    }
}

extension Schema.Component {
    static let curve = Schema.Component(
        name: "Curve", description: "Payable against a score: straight lines between points.",
        schema: .object([
            .required("assessment", .text()), .required("installment", .nullable(.text())), .required("asOf", .day),
            .required("currency", .choice(["CNY"])), .required("points", .array(.reference(curvePoint))),
        ]))

    private static let fraction = Schema.text(Schema.Text(pattern: "^-?[0-9]+(/[0-9]+)?$"))

    private static let curvePoint = Schema.Component(
        name: "CurvePoint", description: "A score at which the curve begins, jumps, bends or ends.",
        schema: .object([
            .required("score", fraction, "An exact fraction."), .required("isJump", .boolean),
            .required("below", .nullable(.reference(curveFigures)), "What lower scores come near to; null at 0."),
            .required("at", .reference(curveFigures)),
            .required("above", .nullable(.reference(curveFigures)), "What higher scores come near to; null at 100."),
        ]))

    private static let curveFigures = Schema.Component(
        name: "CurveFigures", description: "Exact amounts in fen, not rounded.",
        schema: .object([
            .required("deducted", fraction), .required("payable", fraction),
            .required("total", fraction, "Payable of all instalments."), .required("isUndetermined", .boolean),
        ]))
}
