internal import CLibPQ

extension Settings {
    /// Quick detection of a lost network where the user asked for nothing else (libpq's defaults never notice).
    private static let defaults = [
        ("connect_timeout", "3"), ("tcp_user_timeout", "3000"), ("keepalives_idle", "2"),
        ("keepalives_interval", "1"), ("keepalives_count", "3"),
    ]

    /// What every session of ours relies on.
    static let pinned = [("TimeZone", "UTC"), ("DateStyle", "ISO, MDY")]

    /// The keyword list for PQconnectStartParams with expand_dbname. A `service` inside the conninfo string is read
    /// by libpq only while connecting, so nothing of ours is put in its way then.
    func keywords() throws(PostgresError) -> [(String, String)] {
        let explicit = try Self.explicitOptions(conninfo)
        let given = Self.environmentOptions().merging(explicit) { _, explicit in explicit }
        var keywords: [(String, String)] = []
        if explicit["service"] == nil {
            keywords += Self.defaults.filter { given[$0.0] == nil }
        }
        if !conninfo.isEmpty { keywords.append(("dbname", conninfo)) }
        keywords.append(("fallback_application_name", applicationName))
        keywords.append(("client_encoding", "UTF8"))
        if explicit["service"] == nil {
            keywords.append(("options", sessionOptions(after: given["options"])))
        }
        return keywords
    }

    /// Whether the conninfo string names a service, so that the session's settings must follow after connecting.
    var namesService: Bool { ((try? Self.explicitOptions(conninfo)) ?? [:])["service"] != nil }

    /// `-c name=value` for each setting, with the blanks and backslashes of values escaped.
    private func sessionOptions(after given: String?) -> String {
        let ours = session.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + Self.pinned
        let words = ours.map { name, value in
            var word = "-c \(name)="
            for character in value {
                if character == " " || character == "\\" { word.append("\\") }
                word.append(character)
            }
            return word
        }
        return ([given].compactMap { $0 } + words).joined(separator: " ")
    }

    private static func explicitOptions(_ conninfo: String) throws(PostgresError) -> [String: String] {
        if conninfo.isEmpty { return [:] }
        guard let options = PQconninfoParse(conninfo, nil) else { throw .invalidSettings }
        defer { PQconninfoFree(options) }
        return values(of: options)
    }

    private static func environmentOptions() -> [String: String] {
        guard let options = PQconndefaults() else { return [:] }
        defer { PQconninfoFree(options) }
        return values(of: options)
    }

    /// The keywords that have a value, from a list that ends with a null keyword.
    static func values(of options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }
}
