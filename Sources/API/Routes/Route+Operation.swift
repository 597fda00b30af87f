internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// What operators and programs ask of the service itself.
    static let operation = [description, health, readiness, metrics]

    private static let description = Route(
        method: .get, path: "/openapi.json", summary: "This description: OpenAPI 3.1.", tag: .operation,
        access: .anybody,
        answers: [Success(status: .ok, description: "The description.", content: .json(.map(.anything)))]
    ) { call in
        var answer = Answer(status: .ok)
        answer.body = .bytes(OpenAPIDocument.served(isSecure: call.server.configuration.isSecure))
        return answer
    }

    private static let health = Route(
        method: .get, path: "/healthz", summary: "Tells that the process answers.", tag: .operation, access: .anybody,
        answers: [Success(status: .ok, description: "It does.", content: .json(.reference(.condition)))]
    ) { _ in
        Answer.json { $0.write("{\"status\":\"ok\"}") }
    }

    private static let readiness = Route(
        method: .get, path: "/readyz", summary: "Tells whether the database can be reached and has the right schema.",
        tag: .operation, access: .anybody,
        answers: [Success(status: .ok, description: "It can.", content: .json(.reference(.condition)))]
    ) { call in
        do { try await call.workspace.checkReadiness() } catch { throw Refusal.notReady }
        return Answer.json { $0.write("{\"status\":\"ok\"}") }
    }

    private static let metrics = Route(
        method: .get, path: "/metrics", summary: "Counters and gauges as Prometheus reads them.", tag: .operation,
        access: .anybody,
        answers: [
            Success(
                status: .ok, description: "The metrics.",
                content: .text(mediaType: "text/plain; version=0.0.4; charset=utf-8"))
        ],
        refusals: [.notFound]
    ) { call in
        switch call.server.configuration.metricsFor {
        case .anybody: break
        case .loopback where call.isLocal: break
        case .loopback, .nobody: throw Refusal.unknownPath
        }
        var answer = Answer(status: .ok, form: .metrics)
        answer.body = .bytes(call.server.metrics.text(call.workspace))
        return answer
    }
}

extension Schema.Component {
    static let condition = Schema.Component(
        name: "Condition", description: "How the service is.",
        schema: .object([.required("status", .choice(["ok"]))]))
}
