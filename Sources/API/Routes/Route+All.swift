internal import Serving

extension Route {
    /// Every call of the interface (api.md, section 3), one file a resource.
    static let all: [Route] = [
        sessions, ownSecurity, contracts, facts, statements, requests, payments, positions, documents, bankAccounts,
        supplierScales,
        departments, accounts, tokens, calendar, accessLog, journal, exports, papers,
        operation,
    ].flatMap { $0 }
}
