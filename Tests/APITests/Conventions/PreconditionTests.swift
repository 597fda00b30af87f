import HTTPTypes
import Testing

@testable import API
@testable import Serving

@Suite struct PreconditionTests {
    @Test(arguments: [("\"17\"", [17]), ("\"16\", \"17\"", [16, 17]), ("", [])] as [(String, Set<Int>)])
    func versionsAreRead(_ field: String, _ versions: Set<Int>) throws {
        #expect(try EntityTag.versions([.ifMatch: field]) == versions)
        #expect(EntityTag.text(ofVersion: 17) == "\"17\"")
    }

    @Test func anyVersionWillDo() throws {
        #expect(try EntityTag.versions([:]) == nil && EntityTag.versions([.ifMatch: "*"]) == nil)
    }

    @Test(arguments: ["17", "W/\"17\"", "\"x\"", "\"\""])
    func whatWasNeverGivenIsAnError(_ field: String) {
        let problem = ParameterProblem(name: "If-Match", code: .entityTag)
        #expect(throws: Refusal.parameters([problem])) { try EntityTag.versions([.ifMatch: field]) }
    }

    @Test func keysAreVisibleASCII() throws {
        #expect(try IdempotencyKey.read([:]) == nil)
        #expect(try IdempotencyKey.read([.idempotencyKey: "a!~9"]) == "a!~9")
        let problem = ParameterProblem(name: "Idempotency-Key", code: .idempotencyKey)
        for key in ["", "a b", "号", String(repeating: "k", count: 201)] {
            #expect(throws: Refusal.parameters([problem])) { try IdempotencyKey.read([.idempotencyKey: key]) }
        }
    }
}
