/// Why a connection could not be opened. libpq's text (hosts, users) is kept out of the description.
public struct ConnectionFailure: Error, Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The server's code, when the server answered.
    public let state: SQLState?
    /// libpq's text; it names hosts and users: for a developer's eyes only.
    public let debugText: String

    /// Takes libpq's message at verbosity VERBOSE, in which the code follows the severity: `FATAL:  28P01: …`.
    init(message: String) {
        debugText = message
        state = Self.code(in: message)
    }

    /// Whether trying again soon is pointless: a password, a role or a database is wrong.
    var isPermanent: Bool {
        guard let state else { return false }
        return state.classCode == "28" || state == .undefinedDatabase || state == .insufficientPrivilege
    }

    public var description: String {
        state.map { "SQLSTATE \($0)" } ?? "server not reached"
    }

    public var customMirror: Mirror { Mirror(self, children: ["state": state?.code ?? ""]) }

    /// The last code in the text (of several hosts): five capitals or digits between a severity and the message.
    private static func code(in message: String) -> SQLState? {
        let words = message.split { $0 == " " || $0 == "\n" }
        let found = zip(words, words.dropFirst()).reversed().first { severity, word in
            severity.hasSuffix(":") && word.count == 6 && word.hasSuffix(":")
                && word.dropLast().utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
        }
        return found.map { SQLState(String($0.1.dropLast())) }
    }
}
