/// Why bytes are not YAML that we read, and where: line and column count from 1, columns in characters of Unicode.
public struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
    public let line: Int
    public let column: Int
    public let reason: String

    /// "3:5 found duplicate key “id”", as compilers write places.
    public var description: String { "\(line):\(column) \(reason)" }
}
