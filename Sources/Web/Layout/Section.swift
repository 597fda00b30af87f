internal import Operations

/// The parts of the site, as the navigation lists them.
enum Section: CaseIterable, Sendable {
    case desk, contracts, assessments, payments, audit, system

    var path: String {
        switch self {
        case .desk: "/"
        case .contracts: "/contracts"
        case .assessments: "/assessments"
        case .payments: "/payments"
        case .audit: "/audit"
        case .system: "/system"
        }
    }

    /// Who finds it in the navigation.
    var access: WebPage.Access {
        switch self {
        case .desk, .contracts, .assessments, .payments: .permissions([.readContracts])
        case .audit: .permissions([.exportEvidence, .verifyJournals, .readAccessLog])
        case .system: .permissions([.manageAccounts, .manageTokens, .manageCalendars])
        }
    }
}
