internal import JSON

/// Where a claim stands: a name such as `preferred_username`, or a JSON Pointer such as `/realm_access/roles`.
public struct ClaimName: Equatable, Sendable, ExpressibleByStringLiteral {
    private let path: [String]

    /// Takes a name, or a pointer where it begins with a slash.
    public init(_ text: String) {
        guard text.hasPrefix("/") else {
            path = [text]
            return
        }
        path = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            String($0.replacing("~1", with: "/").replacing("~0", with: "~"))
        }
    }

    public init(stringLiteral text: String) { self.init(text) }

    /// The value there; nil where there is none.
    func value(in claims: JSONValue) -> JSONValue? {
        var value: JSONValue? = claims
        for name in path { value = value?.members.first { $0.name.text == name }?.value }
        return value
    }
}
