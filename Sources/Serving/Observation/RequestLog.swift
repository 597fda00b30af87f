internal import HTTPTypes
internal import Logging
internal import Operations

/// One line for each request: never a token, a password, a body, a path as it was called, or the value of a query.
struct RequestLog: Sendable {
    let logger: Logger

    /// Tells of a request that was answered. The method of a client's invention is not repeated.
    func answered(
        _ method: HTTPRequest.Method, _ route: String, _ status: HTTPResponse.Status, nanoseconds: Int64,
        _ id: RequestID, _ name: String?
    ) {
        guard logger.logLevel <= .info else { return }
        var metadata: Logger.Metadata = [
            "method": .string(Self.known.contains(method) ? method.rawValue : "other"), "route": .string(route),
            "status": .stringConvertible(status.code), "ms": .stringConvertible(Double(nanoseconds / 1000) / 1000),
            "request": .string(id.text),
        ]
        if let name { metadata["account"] = .string(name) }
        logger.info("request", metadata: metadata)
    }

    /// Tells the operator why an answer says no more than that something failed.
    func failed(_ error: any Error, _ id: RequestID) {
        let code = (error as? OperationError)?.code ?? String(describing: type(of: error))
        var metadata: Logger.Metadata = ["request": .string(id.text), "code": .string(code)]
        if case .database(let state)? = error as? OperationError { metadata["sqlState"] = .string(state) }
        logger.error("request failed", metadata: metadata)
    }

    /// Tells the operator why a token of the identity provider was not taken; nothing of the token.
    func refusedToken(_ code: String) {
        logger.notice("identity provider's token refused", metadata: ["code": .string(code)])
    }

    private static let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .patch, .options]
}
