/// SQL text with `$1` … placeholders, prepared once a connection and found again by its exact bytes.
/// Keep it in a `static let`; a literal cannot interpolate, so no data slips into it.
public struct Statement: Sendable, ExpressibleByStringLiteral {
    /// The SQL.
    public let text: String
    /// Computed once, so that looking a statement up never hashes its text again.
    private let fingerprint: Int

    /// Wraps SQL that was put together by the program; never put data into it.
    public init(text: String) {
        self.text = text
        var hasher = Hasher()
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        fingerprint = hasher.finalize()
    }

    public init(stringLiteral text: StaticString) {
        self.init(text: text.description)
    }

    /// Binds values: `find(.int64(7))`.
    public func callAsFunction(_ parameters: Parameter...) -> Query {
        Query(self, parameters)
    }
}

extension Statement: Hashable {
    /// The fingerprint is one of the bytes, since two canonically equivalent texts are different SQL.
    public static func == (left: Statement, right: Statement) -> Bool {
        left.fingerprint == right.fingerprint && left.text == right.text
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(fingerprint)
    }
}
