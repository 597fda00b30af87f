import Requests
import Testing
import Values

@testable import Operations

/// Papers are printed from what is recorded; their contents are tested where they are made.
@Suite struct PaperTests {
    @Test func aRequestHasItsForm() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            let officer = try await office.test.person("wang", [.officer])
            let stranger = try await office.test.person("li", [.officer], in: "elsewhere")
            let raised = try await office.workspace.raiseRequest(
                Array(#"{"installment":"first"}"#.utf8), on: "A-1", by: officer)
            let form = try await office.workspace.paymentForm(of: raised.request.id, by: officer)
            #expect(form.bytes.starts(with: Array("%PDF-".utf8)) && form.fileName.hasSuffix(".pdf"))
            // Later facts do not change the form: it rests on what the request rests on.
            try await office.record("accepted")
            #expect(
                try await office.workspace.paymentForm(of: raised.request.id, by: officer).bytes.count > 10_000)
            await #expect(throws: OperationError.unknownRequest) {
                try await office.workspace.paymentForm(of: raised.request.id, by: stranger)
            }
            await #expect(throws: OperationError.unknownRequest) {
                try await office.workspace.paymentForm(of: "none", by: officer)
            }
        }
    }

    @Test func aContractHasItsStatement() async throws {
        try await LogOffice.lend(contracts: 1) { office in
            for language in [Language.chinese, .english] {
                let paper = try await office.workspace.statementPaper(of: "A-1", in: language)
                #expect(paper.bytes.starts(with: Array("%PDF-".utf8)))
            }
            await #expect(throws: OperationError.report(.noResult)) {
                try await office.workspace.assessmentNotice(of: "none", of: "A-1", in: .chinese)
            }
            await #expect(throws: OperationError.notKnownThen(number: "A-1")) {
                try await office.workspace.statementPaper(
                    of: "A-1", knownAt: Instant("2020-01-01T00:00:00+08:00"), in: .chinese)
            }
        }
    }
}
