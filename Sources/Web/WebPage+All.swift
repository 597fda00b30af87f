extension WebPage {
    /// Every page, one folder a set of them.
    static let all: [WebPage] = [
        session, contractList, contract, contractHistory, contractFiles, recordFact, voidFact, amend, amendments,
        documents,
    ].flatMap { $0 }
}
