/// Why bytes are not JSON that we read: RFC 8259, with bounded depth and without repeated names.
public struct JSONError: Error, Equatable, Sendable {
    /// Which rule the bytes break.
    public enum Code: String, Sendable {
        case syntax = "json-syntax"
        case encoding = "json-encoding"
        case depth = "json-depth"
        case size = "json-size"
        case repeatedName = "json-repeated-name"
    }

    public let code: Code
    /// The byte at which it was found, counted from 0.
    public let offset: Int
}
