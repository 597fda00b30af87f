/// A statement with its values, ready to be sent.
public struct Query: Sendable, Hashable {
    /// What to run.
    public let statement: Statement
    /// `$1`, `$2`, … in order.
    public let parameters: [Parameter]

    /// Binds values to a statement.
    public init(_ statement: Statement, _ parameters: [Parameter] = []) {
        self.statement = statement
        self.parameters = parameters
    }
}

extension Query: ExpressibleByStringLiteral {
    /// A statement without values: `"SELECT now()"`.
    public init(stringLiteral text: StaticString) {
        self.init(Statement(stringLiteral: text))
    }
}
