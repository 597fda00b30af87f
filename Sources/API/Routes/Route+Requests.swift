internal import HTTPTypes
internal import JSON
internal import Operations
internal import Requests
internal import Serving
internal import Storage
internal import Values

extension Route {
    /// Payment requests (付款申请).
    static let requests = [raiseRequest, listRequests, readRequest, decideRequest]

    private static let answer = Success(
        status: .ok, description: "The request.", content: .json(.reference(.paymentRequest)), fields: [.eTag])

    private static let raiseRequest = Route(
        method: .post, path: "/api/v1/contracts/{number}/payment-requests",
        summary: "Raises a payment request on an instalment that is due or overdue with nothing blocking.",
        tag: .requests, access: .permission(.raiseRequests), parameters: [.contract] + .ofWrites,
        body: .json(
            .object([
                .required("installment", .text(1...64)),
                .optional("amount", .money, "All that other requests leave, where it is missing."),
            ])),
        answers: [
            Success(
                status: .created, description: "The request.", content: .json(.reference(.paymentRequest)),
                fields: [.eTag, .location, .idempotentReplayed])
        ],
        refusals: [.notFound, .conflict, .preconditionFailed]
    ) { call in
        let answer = try await call.workspace.raiseRequest(
            try call.json(), on: call.path[0], idempotencyKey: try call.idempotencyKey(),
            expectedVersion: try call.expectedVersion(), by: try call.caller())
        return Answer.json(.created, capacity: 1024) { $0.write(answer) }
            .version(answer.version).with(.location, "/api/v1/payment-requests/" + answer.request.id)
            .replayed(answer.isReplayed)
    }

    private static let listRequests = Route(
        method: .get, path: "/api/v1/payment-requests",
        summary: "Lists payment requests, the oldest first.", tag: .requests, access: .permission(.readContracts),
        parameters: [
            .query("state", .choice(of: RequestState.self), "Only those of one state."),
            .query("waitingFor", .choice(of: WaitingFor.self), "Only those that one can do something about now."),
            .query("contract", .text(1...200), "Only those of one contract."),
        ] + .ofPages,
        answers: [
            Success(
                status: .ok, description: "A page of requests.",
                content: .json(.object([.required("paymentRequests", .array(.reference(.listedRequest)))])),
                fields: [.link])
        ]
    ) { call in
        let (question, page) = try call.query { query in
            let state: RequestState? = query.choice("state")
            let waiting: WaitingFor? = query.choice("waitingFor")
            return (
                RequestQuestion(
                    state: state?.rawValue, isWaitingForMe: waiting != nil, contract: query.text("contract")),
                query.page()
            )
        }
        let requests = try await call.workspace.paymentRequests(
            question, after: try page.requestMark(), limit: page.limit, by: try call.caller())
        return Answer.json(capacity: 512 * requests.count + 64) { output in
            output.write("{\"paymentRequests\":")
            output.write(list: requests) { $0.write($1) }
            output.write("}")
        }.linked(call, page, requests.count) {
            requests.last.map { [$0.mark.requestedAt.description, $0.mark.id] }
        }
    }

    private enum WaitingFor: String, CaseIterable { case me }

    private static let readRequest = Route(
        method: .get, path: "/api/v1/payment-requests/{id}", summary: "A payment request with all its steps.",
        tag: .requests, access: .permission(.readContracts), parameters: [.request], answers: [answer],
        refusals: [.notFound]
    ) { call in
        let answer = try await call.workspace.paymentRequest(call.path[0], by: try call.caller())
        return Answer.json(capacity: 1024) { $0.write(answer) }.version(answer.version)
    }

    private static let decideRequest = Route(
        method: .post, path: "/api/v1/payment-requests/{id}/decisions",
        summary: "Approves, rejects, withdraws or confirms a payment request; whose turn it is, the request says.",
        tag: .requests, access: .permission(.readContracts), parameters: [.request] + .ofWrites,
        body: .json(
            .object([
                .required("decision", .choice(["approve", "reject", "withdraw", "reconfirm"])),
                .optional("reason", .text(1...2000), "Of a rejection it must be there."), .confirmation,
            ])),
        answers: [
            Success(
                status: .ok, description: "The request after it.", content: .json(.reference(.paymentRequest)),
                fields: [.eTag, .idempotentReplayed])
        ],
        refusals: [.notFound, .conflict, .preconditionFailed]
    ) { call in
        let (body, proof) = try call.jsonAndProof()
        let answer = try await call.workspace.decideRequest(
            call.path[0], body, idempotencyKey: try call.idempotencyKey(),
            expectedVersion: try call.expectedVersion(), proof: proof, by: try call.caller())
        return Answer.json(capacity: 1024) { $0.write(answer) }.version(answer.version).replayed(answer.isReplayed)
    }
}

extension Parameter {
    static let request = path("id", .text(1...64), "Id of the payment request.")
}

extension Page {
    fileprivate func requestMark() throws(Refusal) -> RequestMark? {
        guard let keys = try keys(2) else { return nil }
        guard let moment = Instant(keys[0]) else { throw Page.foreignCursor }
        return RequestMark(requestedAt: moment, id: keys[1])
    }
}
