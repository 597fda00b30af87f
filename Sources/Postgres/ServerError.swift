internal import CLibPQ

/// What the server said about a failed statement. Its description names only the code and the schema objects;
/// the server's own text, which may quote data, is reachable through `debugText` alone.
public struct ServerError: Error, Hashable, Sendable {
    /// The five-character code.
    public let state: SQLState
    /// `ERROR`, `FATAL` or `PANIC`, never translated.
    public let severity: String
    /// The violated constraint, when the server named one.
    public let constraint: String?
    /// The table, when the server named one.
    public let table: String?
    /// The column, when the server named one.
    public let column: String?

    private let message: String
    private let detail: String?
    private let hint: String?
    private let context: String?
    private let routine: String?

    /// The server's full text with details; it may contain personal data and parameters: for a developer's eyes only.
    public var debugText: String {
        [message, detail, hint, context].compactMap { $0 }.joined(separator: " | ")
    }

    /// Whether the server ends the connection with this error.
    var isFatal: Bool { severity != "ERROR" }

    /// Whether a prepared statement no longer fits the schema or is gone: a new connection prepares it again.
    var invalidatesConnection: Bool {
        isFatal || state == .invalidStatementName || (state == .featureNotSupported && routine == "RevalidateCachedQuery")
    }

    /// Reads the fields of a failed result; nil when libpq made the result itself because the connection ended.
    init?(_ result: OpaquePointer) {
        func field(_ name: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(name.value)).map { String(cString: $0) }
        }
        // The letters are PG_DIAG_… of postgres_ext.h, which Swift does not import.
        guard let code = field("C") else { return nil }
        state = SQLState(code)
        severity = field("V") ?? field("S") ?? "ERROR"
        constraint = field("n")
        table = field("t")
        column = field("c")
        message = field("M") ?? String(cString: PQresultErrorMessage(result))
        detail = field("D")
        hint = field("H")
        context = field("W")
        routine = field("R")
    }
}

extension ServerError: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String {
        var text = "SQLSTATE \(state)"
        if let constraint { text += " constraint \(constraint)" }
        if let table { text += " table \(table)" }
        if let column { text += " column \(column)" }
        return text
    }

    /// The same as `description`, so that string dumps stay redacted too.
    public var debugDescription: String { description }
}

extension ServerError: CustomReflectable {
    /// Hides the server's text from `dump` and from reflection-based loggers.
    public var customMirror: Mirror { Mirror(self, children: ["state": state.code]) }
}
