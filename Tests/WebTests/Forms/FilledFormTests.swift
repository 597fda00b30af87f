import Contracts
import HTML
import JSON
import Operations
import Serving
import Testing
import Values

@testable import Web

/// A form keeps what was typed, says what is wrong beside its field, and writes the body that a use case reads.
struct FilledFormTests {
    private let fields = [
        Field(name: "/amount", label: "金额", kind: .money, isRequired: true),
        Field(name: "/incidents/c1", label: "第一项", kind: .decimal),
        Field(
            name: "/failed", label: "未达标",
            kind: .checks([.init(value: "a", label: "甲"), .init(value: "b", label: "乙")])),
        Field(name: "/round", label: "轮次", kind: .wholeNumber),
        Field(name: "/note", label: "备注"),
        Field(name: "back", label: "", kind: .hidden),
    ]

    private func filled(_ text: String) throws -> FilledForm {
        FilledForm(fields, try FormData(urlEncoded: Array(text.utf8)))
    }

    @Test func writesTheBody() throws {
        let form = try filled("/amount=71.888%E4%B8%87&/incidents/c1=2&/failed=a&/failed=b&/round=2&back=x&other=1")
        #expect(
            String(decoding: form.json(adding: [("/kind", "assessment")]), as: UTF8.self)
                == #"{"amount":"718880.00","failed":["a","b"],"incidents":{"c1":"2"},"kind":"assessment","round":2}"#)
    }

    @Test func membersThatAreNumbersMakeAList() throws {
        let fields = ["/rows/2/id", "/rows/0/id", "/rows/10/id"].map { Field(name: $0, label: "") }
        let form = FilledForm(fields, try FormData(urlEncoded: Array("/rows/0/id=a&/rows/2/id=b&/rows/10/id=c".utf8)))
        #expect(String(decoding: form.json, as: UTF8.self) == #"{"rows":[{"id":"a"},{"id":"b"},{"id":"c"}]}"#)
    }

    @Test func errorsStandBesideTheirFields() throws {
        var form = try filled("/amount=12x&/note=kept")
        form.check(in: .english)
        #expect(form.errors["/amount"]?.count == 1)
        let problems = [
            Problem(pointer: "/incidents/c1", code: .missingField, detail: "c1"),
            Problem(pointer: "/failed/0", code: .missingField, detail: "x"),
            Problem(pointer: "/on", code: .missingField, detail: "on"),
        ]
        form.note(.operation(.invalid(Problems(problems))), in: .english)
        #expect(form.errors["/incidents/c1"]?.count == 1 && form.errors["/failed"]?.count == 1)
        #expect(form.generalErrors.count == 1)
        let markup = form.node(action: "/x", in: Words(language: .english)) { "" }.markup
        #expect(markup.contains(#"value="kept""#) && markup.contains(#"value="12x""#))
        #expect(markup.contains(##"href="#f-amount""##) && markup.contains(#"id="f-amount-error""#))
        #expect(markup.contains(#"aria-invalid="true""#) && markup.contains(#"role="alert""#))
    }

    @Test func aRequiredFieldIsAskedFor() throws {
        var form = try filled("/note=x")
        form.check(in: .chinese)
        #expect(form.errors["/amount"] == ["请填写“金额”。"])
    }

    /// The key of the form that was sent is kept, so that sending it again is the same; a made-up one is replaced.
    @Test func keepsItsKey() throws {
        let first = FilledForm(fields)
        #expect(try filled("form-key=\(first.key)").key == first.key)
        #expect(try filled("form-key=mine").key.hasPrefix("web-"))
        #expect(FilledForm(fields).key != first.key)
    }

    @Test func aPasswordIsNeverShownAgain() throws {
        let fields = [Field(name: "password", label: "", kind: .password), Field(name: "code", label: "", kind: .code)]
        let form = FilledForm(fields, try FormData(urlEncoded: Array("password=s3cret&code=123456".utf8)))
        let markup = form.node(action: "/", in: Words(language: .chinese)) { "" }.markup
        #expect(!markup.contains("s3cret") && !markup.contains("123456"))
    }
}
