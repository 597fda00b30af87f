import HTTPTypes
import Testing

@testable import API

@Suite struct PreconditionTests {
    @Test(arguments: ["\"17\"", "*", "\"16\", \"17\"", nil])
    func aVersionThatIsNamedMayBeWritten(_ field: String?) throws {
        var fields = HTTPFields()
        fields[.ifMatch] = field
        #expect(throws: Never.self) { try EntityTag.check(fields, against: 17) }
        #expect(EntityTag.text(ofVersion: 17) == "\"17\"")
    }

    @Test func anotherVersionIsTold() {
        #expect(throws: Refusal.versionChanged) { try EntityTag.check([.ifMatch: "\"16\""], against: 17) }
        #expect(Refusal.versionChanged.kind.rawValue == 412)
    }

    @Test(arguments: ["17", "W/\"17\"", "\"x\"", "\"\"", ""])
    func whatWasNeverGivenIsAnError(_ field: String) {
        let problem = ParameterProblem(name: "If-Match", code: .entityTag)
        if field.isEmpty {
            #expect(throws: Refusal.versionChanged) { try EntityTag.check([.ifMatch: field], against: 17) }
        } else {
            #expect(throws: Refusal.parameters([problem])) { try EntityTag.check([.ifMatch: field], against: 17) }
        }
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
