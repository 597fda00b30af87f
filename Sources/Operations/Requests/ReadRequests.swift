internal import Audit
internal import Contracts
internal import JSON
internal import Postgres
internal import Requests
public import Storage
internal import Values

/// Which payment requests a list shows.
public struct RequestQuestion: Sendable {
    /// A state's name; nil for any.
    public var state: String?
    /// Only those that the caller can do something about now.
    public var isWaitingForMe: Bool
    /// Number of a contract; nil for any.
    public var contract: String?
    /// Only those that wait for somebody.
    public var isOpen: Bool
    /// The latest first; the page then begins before its mark.
    public var isLatestFirst: Bool

    /// Takes all as given.
    public init(
        state: String? = nil, isWaitingForMe: Bool = false, contract: String? = nil, isOpen: Bool = false,
        isLatestFirst: Bool = false
    ) {
        self.state = state
        self.isWaitingForMe = isWaitingForMe
        self.contract = contract
        self.isOpen = isOpen
        self.isLatestFirst = isLatestFirst
    }
}

extension Workspace {
    /// A payment request with all its steps.
    public func paymentRequest(_ id: String, by caller: Caller) async throws(OperationError) -> RequestAnswer {
        try await readingContract("read-request", .request(id), by: caller) { _, stored in
            guard let request = try ledger(of: stored)[id] else { throw OperationError.unknownRequest }
            let head = stored.journal.head.entry
            return RequestAnswer(contract: head.contract, version: head.number, request: request, isReplayed: false)
        }
    }

    /// The payment requests of a contract as they stand today.
    func ledger(of stored: StoredJournal) throws -> RequestLedger {
        var parser = JSONParser()
        let dossier = try Dossier.reading(stored.journal.dossier(asOf: effects.today), with: &parser, holidays)
        return try RequestLedger(stored.journal, dossier)
    }

    /// A page of the payment requests that the caller sees behind a mark, the oldest first unless asked otherwise.
    public func paymentRequests(
        _ question: RequestQuestion = RequestQuestion(), after mark: RequestMark? = nil, limit: Int, by caller: Caller
    ) async throws(OperationError) -> [ListedRequest] {
        try await readingList("list-requests", by: caller) { authority, scope in
            let waiting = question.isWaitingForMe ? authority.waiting : nil
            let filter = RequestFilter(
                state: question.state, waitingFor: waiting, contract: question.contract, isOpen: question.isOpen,
                isLatestFirst: question.isLatestFirst)
            return [ListedRequest.page(waiting == nil ? scope : authority.home, filter, after: mark, limit: limit)]
        } _: { answers in
            try answers.next().map(ListedRequest.init)
        }
    }
}

extension Authority {
    /// Whose turn it is when it is the caller's.
    var waiting: RequestFilter.Waiting {
        let roles = approvalRoles.map(\.rawValue).sorted() + (mayPay ? [Role.treasury.rawValue] : [])
        return RequestFilter.Waiting(name: name, roles: roles)
    }

    /// The department whose requests the caller may act on.
    var home: BuyerScope { actor.map { .buyers([$0.department.key]) } ?? .all }
}
