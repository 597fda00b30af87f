import Glibc
import TestSupport

/// The dossiers of Tests/Fixtures.
public enum Cases {
    /// A dossier and the statement that it must give.
    public struct Golden: Sendable, CustomStringConvertible {
        public let name: String
        public let dossier: JSONTree
        public let statement: JSONTree
        public var description: String { name }
    }

    /// The 216 cases of golden.ndjson.
    public static let golden: [Golden] = lines(of: "golden.ndjson").map { line in
        guard let tree = try? JSONTree(parsing: line), let name = tree["/name"]?.string,
            let dossier = tree["/dossier"], let statement = tree["/statement"]
        else { preconditionFailure("golden.ndjson has a line that is no case") }
        return Golden(name: name, dossier: dossier, statement: statement)
    }

    /// The 天府市民云 contract of the Meishan bureau.
    public static let tianfu = dossier("tianfu.json")
    /// The 12345 hotline contract of the Meishan bureau.
    public static let hotline = dossier("hotline.json")

    /// The golden case of that name.
    public static func golden(named name: String) -> JSONTree {
        guard let found = golden.first(where: { $0.name == name }) else { preconditionFailure("no case \(name)") }
        return found.dossier
    }

    private static func dossier(_ name: String) -> JSONTree {
        guard let tree = try? JSONTree(parsing: contents(of: name)) else { preconditionFailure("\(name) is no JSON") }
        return tree
    }

    /// The bytes of a file in Tests/Fixtures.
    public static func contents(of name: String) -> [UInt8] { contents(at: Fixtures.path(name)) }

    /// The bytes of a file.
    public static func contents(at path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { preconditionFailure("\(path) cannot be read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
        return bytes
    }

    /// The lines of a file in Tests/Fixtures that are not empty.
    public static func lines(of name: String) -> [[UInt8]] {
        contents(of: name).split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }
}
