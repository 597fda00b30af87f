import Foundation
import TestSupport
import Testing

/// Scripts and migrations.
struct ScriptTests {
    private static let scripts: [String] = {
        let root = Fixtures.repositoryRoot
        let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/ops").sorted()
        return (names ?? []).map { "ops/" + $0 }.filter {
            var isDirectory: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(root)/\($0)", isDirectory: &isDirectory)
                && !isDirectory.boolValue
        } + [".ci/run"]
    }()

    @Test func allAreThere() {
        #expect(Set(Self.scripts).isSuperset(of: ["ops/up", "ops/test", "ops/install", ".ci/run"]))
    }

    @Test(arguments: scripts)
    func isExecutableAndReadsWell(_ script: String) throws {
        let path = Fixtures.repositoryRoot + "/" + script
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(FileManager.default.isExecutableFile(atPath: path))
        #expect(text.hasPrefix("#!/usr/bin/env bash\n# \(script) - "))
        #expect(text.contains("\nset -euo pipefail\n"))
        #expect(system("bash -n '\(path)'") == 0)
    }

    /// m0001, m0002 … without a hole, one idea each.
    @Test func migrationsArePaddedAndContiguous() throws {
        let names = SourceFile.all(in: "sql/migrations", ending: ".sql").map {
            $0.path.dropFirst("sql/migrations/".count)
        }
        try #require(!names.isEmpty)
        for (index, name) in names.enumerated() {
            let number = String(index + 1)
            #expect(name.hasPrefix("m" + String(repeating: "0", count: 4 - number.count) + number + "_"), "\(name)")
            #expect(name.dropLast(4).allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(name)")
        }
    }
}
