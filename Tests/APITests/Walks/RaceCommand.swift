/// Something that one person asks for under one key, as often as it takes.
struct RaceCommand: Sendable {
    /// What it is to do, in the words of the journal.
    enum Act: Sendable {
        case raise, approve, withdraw
        case pay(fen: Int)
    }

    let act: Act
    let key: String
    /// Name of the account.
    let person: String
    let path: String
    let body: String

    /// The whole request.
    func text(token: String) -> String {
        """
        POST \(path) HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer \(token)\r
        Idempotency-Key: \(key)\r
        Content-Type: application/json\r
        Content-Length: \(body.utf8.count)\r
        \r
        \(body)
        """
    }

    /// An amount as people write it.
    static func money(fen: Int) -> String {
        let cents = fen % 100
        return "\(fen / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}

/// What a command was answered with.
enum RaceAnswer: Equatable, Sendable {
    /// Carried out; the id is the payment's or, of other acts, the request's.
    case acknowledged(id: String, isReplayed: Bool)
    case refused(status: Int, code: String)
}
