extension Role {
    /// All that the role may do; the table in roles.md is written from it.
    public var permissions: Set<Permission> {
        switch self {
        case .officer:
            [.readContracts, .registerContracts, .recordEvents, .recordInvoices, .recordAssessments, .raiseRequests]
        case .sectionHead: [.readContracts, .approveAsSection, .recordCollectiveDecisions]
        case .finance: [.readContracts, .approveAsFinance, .recordRulings, .importHistories, .manageBudgets]
        case .head: [.readContracts, .approveAsHead, .amendContracts, .terminateContracts, .voidFacts]
        case .treasury: [.readContracts, .recordPayments]
        case .auditor: [.readContracts, .exportEvidence, .verifyJournals, .readAccessLog]
        case .admin: [.manageAccounts, .manageTokens, .manageCalendars, .readAccessLog]
        }
    }

    /// Role against permission as a table in Markdown.
    static var matrix: String {
        var text = "| | " + allCases.map(\.rawValue).joined(separator: " | ") + " |\n"
        text += "| --- |" + String(repeating: " :-: |", count: allCases.count) + "\n"
        for permission in Permission.allCases {
            let marks = allCases.map { $0.permissions.contains(permission) ? "●" : "" }
            text += "| \(permission.rawValue) | " + marks.joined(separator: " | ") + " |\n"
        }
        return text
    }
}
