extension WebPage {
    /// Every page, one folder a set of them.
    static let all: [WebPage] = [session, contractList, registration].flatMap { $0 }
}
