import Contracts
import JSON
import Operations
import Testing

@testable import API
@testable import Serving

@Suite struct ObjectReaderTests {
    private func problems(_ text: String, _ read: (inout ObjectReader) -> Void) -> [String] {
        var parser = JSONParser()
        let parsed = Array(text.utf8).withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root -> [String] in
                var reader = ObjectReader(root)
                read(&reader)
                do throws(Problems) { try reader.check() } catch {
                    return error.list.map { "\($0.pointer) \($0.code.rawValue)" }
                }
                return []
            }
        }
        return (try? parsed.get()) ?? ["no JSON"]
    }

    @Test func whatIsRightIsRead() {
        let found = problems(
            #"{"name":"\u738b","n":3,"b":true,"roles":["finance","head"],"list":["x"]}"#
        ) { reader in
            #expect(reader.text("name") == "王" && reader.optionalText("other") == nil)
            #expect(reader.optionalInteger("n", in: 1...3) == 3 && reader.optionalBoolean("b") == true)
            #expect(reader.choices("roles", of: Role.self) == [.finance, .head])
            #expect(reader.texts("list") == ["x"] && reader.texts("none") == [])
        }
        #expect(found == [])
    }

    @Test func everythingWrongIsToldAtOnce() {
        let text = #"{"name":1,"n":4,"b":"yes","roles":["king","head","head",2],"list":{},"a/b~":1}"#
        let found = problems(text) { reader in
            _ = reader.text("name")
            _ = reader.text("missing")
            _ = reader.optionalInteger("n", in: 1...3)
            _ = reader.optionalBoolean("b")
            _ = reader.choices("roles", of: Role.self)
            _ = reader.texts("list")
        }
        #expect(
            found == [
                "/name wrong-type", " missing-field", "/n bad-integer", "/b wrong-type", "/roles/0 bad-choice",
                "/roles/2 duplicate-id", "/roles/3 wrong-type", "/list wrong-type", "/a~1b~0 unknown-field",
            ])
    }

    @Test(arguments: ["[]", "1", "null", "\"name\""])
    func anythingButAnObjectIsOneProblem(_ text: String) {
        #expect(problems(text) { _ = $0.text("name") } == [" wrong-type"])
    }
}
