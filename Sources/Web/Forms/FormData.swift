internal import Serving

/// The fields of a form as a browser sent them, in their order.
struct FormData: Sendable {
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var files: [File] = []

    /// A file that came with the form.
    struct File: Sendable {
        let field: String
        let name: String
        let mediaType: String
        let bytes: [UInt8]
    }

    init() {}

    /// Reads `application/x-www-form-urlencoded`. Throws where an escape is broken or the bytes are not UTF-8.
    init(urlEncoded bytes: [UInt8]) throws(Refusal) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count == 2 ? parts[1] : []) else {
                throw .malformedRequest
            }
            add(name, value)
        }
    }

    /// The last value of a field without the blanks around it; nil where it is empty or was not sent.
    subscript(name: String) -> String? {
        guard let value = fields.last(where: { $0.name == name })?.value.trimmed, !value.isEmpty else { return nil }
        return value
    }

    /// All values of a field: of check boxes.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// A file, where one was chosen.
    func file(_ name: String) -> File? { files.last { $0.field == name && !$0.bytes.isEmpty } }

    mutating func add(_ name: String, _ value: String) {
        // Browsers send line ends as CR LF.
        fields.append((name, value.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")))
    }

    mutating func add(_ file: File) { files.append(file) }

    private static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
        String(validating: Array(bytes), as: UTF8.self).flatMap { percentDecoded($0[...], plusIsSpace: true) }
    }
}

extension String {
    /// Without blanks and line ends around it, the wide blank of Chinese included.
    var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}
