extension Role {
    /// All that the role may do; the table in roles.md is written from it.
    public var permissions: Set<Permission> {
        switch self {
        case .officer:
            [
                .readContracts, .registerContracts, .recordEvents, .recordInvoices, .recordAssessments, .raiseRequests,
                .uploadDocuments, .proposeBankAccounts,
            ]
        case .sectionHead: [.readContracts, .approveAsSection, .recordCollectiveDecisions, .uploadDocuments]
        case .finance:
            [
                .readContracts, .approveAsFinance, .recordRulings, .importHistories, .manageBudgets, .uploadDocuments,
                .proposeBankAccounts, .confirmBankAccounts,
            ]
        case .head:
            [
                .readContracts, .approveAsHead, .amendContracts, .terminateContracts, .voidFacts, .uploadDocuments,
                .confirmBankAccounts,
            ]
        case .treasury: [.readContracts, .recordPayments, .uploadDocuments]
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
