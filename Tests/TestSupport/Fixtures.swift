import Glibc

/// Where the files that tests read lie, found from where this file was compiled.
public enum Fixtures {
    /// The root of the repository, without a final slash.
    public static let repositoryRoot: String = {
        // Tests/TestSupport/Fixtures.swift is three steps below it.
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    }()

    /// The directory of the running tests, where the programs built with them lie too.
    public static let buildDirectory: String = {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        let bytes = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
        return "/" + String(decoding: bytes, as: UTF8.self).split(separator: "/").dropLast().joined(separator: "/")
    }()

    /// The absolute path of a file in Tests/Fixtures.
    public static func path(_ name: String) -> String {
        repositoryRoot + "/Tests/Fixtures/" + name
    }

    /// The bytes of a file by its path in the repository, such as `Tests/Fixtures/tianfu.yaml`; empty where there is
    /// none.
    public static func bytes(_ path: String) -> [UInt8] {
        guard let file = fopen(repositoryRoot + "/" + path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, file)
            guard count > 0 else { return bytes }
            bytes += block[..<count]
        }
    }
}
