/// Where a running cluster listens and as whom to connect. There is no password: who can reach the socket is trusted.
public struct ClusterConnection: Equatable, Sendable {
    /// The owner and superuser of every cluster.
    public static let owner = "tranche"

    /// The directory that holds the socket, which libpq calls the host.
    public let host: String
    /// The number in the socket's name; no TCP port is opened.
    public let port: Int

    /// The settings as a libpq connection string for a database; initdb makes `postgres`, others are created by SQL.
    public func conninfo(database: String = "postgres", user: String = owner) -> String {
        [("host", host), ("port", String(port)), ("user", user), ("dbname", database)]
            .map { key, value in "\(key)=\(Self.quoted(value))" }
            .joined(separator: " ")
    }

    /// libpq's quoting of a value: in apostrophes, with a backslash before each apostrophe and backslash.
    private static func quoted(_ value: String) -> String {
        var text = "'"
        for character in value.unicodeScalars {
            if character == "'" || character == "\\" { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(character)
        }
        return text + "'"
    }
}
