import Contracts
import TestSupport
import Testing

@testable import YAML

/// No bytes crash the reader or keep it busy: each gives JSON that our parser accepts, or a place.
@Suite struct HostileTests {
    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
        String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
        String(repeating: "a: [", count: 70) + String(repeating: "]", count: 70),
        "a: &a [x,x]\n" + (0..<40).map { "b\($0): &b\($0) [*a, *a]\n" }.joined(),
        String(repeating: "\"", count: 100_001), String(repeating: "!", count: 10_000), "%YAML 9.9\n---\na: 1",
        "%TAG ! x\n--- !y z",
    ])
    func refusedInPassing(text: String) {
        #expect(throws: YAMLError.self) { try JSONFromYAML.convert(Array(text.utf8)) }
    }

    @Test func depthIsThatOfJSON() throws {
        let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try JSONFromYAML.convert(Array(deepest.utf8)) == Array(deepest.utf8))
        #expect(throws: YAMLError.self) { try JSONFromYAML.convert(Array("[\(deepest)]".utf8)) }
    }

    @Test func mutatedDossiersGiveJSONOrAPlace() throws {
        let seed: UInt64 = 20_261_121
        var random = SeededGenerator(seed: seed)
        let original = Fixtures.bytes("Tests/Fixtures/tianfu.yaml")
        try #require(!original.isEmpty)
        let favourites = Array("\n\t :-?[]{},#&*!|>'\"%@`0.~\\\u{FEFF}".utf8) + [0, 0xFF, 0x85, 0xC2]
        var good = 0
        for _ in 0..<2_000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = favourites.randomElement(using: &random) ?? 0
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
                default: bytes.insert(favourites.randomElement(using: &random) ?? 0, at: place)
                }
            }
            guard let json = try? JSONFromYAML.convert(bytes) else { continue }
            good += 1
            let problems = problems(of: json).map(\.code)
            let isRead = !problems.contains { [.syntax, .encoding, .depth, .size, .repeatedName].contains($0) }
            #expect(isRead, "seed \(seed): \(String(decoding: json, as: UTF8.self))")
        }
        #expect(good > 100, "seed \(seed): hardly any mutation was read, so the test tests nothing")
    }

    private func problems(of json: [UInt8]) -> [Problem] {
        do throws(Problems) { _ = try Dossier.read(json) } catch { return error.list }
        return []
    }
}
