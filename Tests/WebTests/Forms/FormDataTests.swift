import Serving
import TestSupport
import Testing

@testable import Web

/// The fields of a form as browsers send them, and bytes that are none.
struct FormDataTests {
    private func read(_ text: String) throws -> FormData { try FormData(urlEncoded: Array(text.utf8)) }

    @Test func readsFields() throws {
        let form = try read("name=%E7%9C%89%E5%B1%B1+%26+co&empty=&note=a%0D%0Ab&box=1&box=2")
        #expect(form["name"] == "眉山 & co")
        #expect(form["empty"] == nil && form["missing"] == nil)
        #expect(form["note"] == "a\nb")
        #expect(form.all("box") == ["1", "2"])
    }

    @Test(arguments: ["a=%zz", "a=%00", "a=%", "%ff=1"])
    func refusesWhatIsNoText(_ text: String) { #expect(throws: Refusal.malformedRequest) { try read(text) } }

    private static let type = "multipart/form-data; boundary=\"XyZ\""
    private static let whole = """
        --XyZ\r\nContent-Disposition: form-data; name="note"\r\n\r\n整改\r\n\
        --XyZ\r\nContent-Disposition: form-data; name="file"; filename="发票.pdf"\r\nContent-Type: application/pdf\r\n\r\n\
        %PDF\r\n--Xy\r\n--XyZ--\r\n
        """

    @Test func readsFiles() throws {
        let form = try FormData(multipart: Array(Self.whole.utf8), type: Self.type)
        #expect(form["note"] == "整改")
        let file = try #require(form.file("file"))
        #expect(file.name == "发票.pdf" && file.mediaType == "application/pdf")
        #expect(String(decoding: file.bytes, as: UTF8.self) == "%PDF\r\n--Xy")
    }

    @Test func aFileThatWasNotChosenIsNone() throws {
        let empty = "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--XyZ--"
        #expect(try FormData(multipart: Array(empty.utf8), type: Self.type).file("file") == nil)
    }

    /// No crash on any bytes, and no part of a form that was cut is taken for the whole.
    @Test func refusesWhatWasCut() throws {
        let bytes = Array(Self.whole.utf8)
        let end = bytes.count - "--\r\n".utf8.count
        for count in 0..<end {
            #expect(throws: Refusal.malformedRequest) {
                try FormData(multipart: Array(bytes.prefix(count)), type: Self.type)
            }
        }
    }

    @Test func survivesAnyBytes() {
        var random = SeededGenerator(named: "survivesAnyBytes")
        let whole = Array(Self.whole.utf8)
        for _ in 0..<3_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let form = try? FormData(multipart: bytes, type: Self.type) else { continue }
            #expect(form.fields.count + form.files.count <= 2)
        }
    }
}
