import Glibc
import Testing

/// A file with the keys of an identity provider, for the time of a body.
enum KeyFile {
    static func lend(_ set: [UInt8], _ body: (String) async throws -> Void) async throws {
        var template = Array("/tmp/tranche-keys-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        try #require(write(descriptor, set, set.count) == set.count)
        try await body(path)
    }
}
