import Glibc

/// Lends a new directory under /tmp and removes it with all that is in it.
public func withScratchDirectory<Value>(_ body: (_ path: String) async throws -> Value) async throws -> Value {
    var template = Array("/tmp/tranche-scratch-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ScratchUnavailable() }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { removeTree(path) }
    return try await body(path)
}

/// Removes a directory with all that is in it.
private func removeTree(_ path: String) {
    if let directory = opendir(path) {
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            if entry.pointee.d_type == DT_DIR { removeTree(path + "/" + name) } else { unlink(path + "/" + name) }
        }
        closedir(directory)
    }
    rmdir(path)
}

/// There is no room under /tmp.
struct ScratchUnavailable: Error {}
