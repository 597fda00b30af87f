import Contracts
import Payables
import Storage
import Testing
import Values

@testable import Operations

/// Results with their sheets, what they would change, and the steps around them.
@Suite struct AssessmentFactTests {
    private static let dossier = """
        {"contract":{"number":"B-1","title":"t","buyer":"buyer","supplier":"s","currency":"CNY","price":"1000.00",
        "signedOn":"2024-01-10","installments":[{"id":"only","label":"考核款","kind":"assessed","amount":{"fixed":"1000.00"},
        "when":{"event":"signed"},"assessedBy":"a"}],"assessments":[{"id":"a","label":"考核","rectifications":1,
        "sheet":[{"id":"1","label":"响应","max":"60","each":"5"},{"id":"training","label":"培训","max":"40","each":"10"}],
        "points":[{"pointsBelow":"95","percent":"1","of":"installment","fraction":"exact"}]}]},
        "facts":[\(SmallContract.signed)]}
        """.split(separator: "\n").joined()

    private func withOffice(_ body: (Office) async throws -> Void) async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([Self.dossier])
            try await body(try await Office(test))
        }
    }

    private func body(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func sheet(_ first: String, _ second: String, round: Int = 1, day: String = "2024-06-01") -> [UInt8] {
        body(
            """
            {"kind":"assessment","assessment":"a","round":\(round),"on":"\(day)","sheet":[
            {"criterion":"1"\(first)},{"criterion":"training"\(second)}]}
            """)
    }

    private func problems(_ office: Office, _ body: [UInt8], by name: String = "officer") async throws -> [String] {
        do {
            try await office.test.workspace.recordAssessmentFact(body, of: "B-1", by: office[name])
            return []
        } catch {
            switch error {
            case .invalid(let problems): return problems.list.map { "\($0.pointer) \($0.code.rawValue)" }
            case .conflicting(let conflicts): return conflicts.map { "\($0.pointer) \($0.code.rawValue)" }
            default: throw error
            }
        }
    }

    @Test func aSheetIsRecordedWithItsEvidenceAtOnce() async throws {
        try await withOffice { (office) async throws in
            let workspace = office.test.workspace
            let text = sheet(#","incidents":2,"note":"两次超时","document":"投诉单""#, #","incidents":1"#)
            let weighed = try await workspace.weighAssessmentFact(text, of: "B-1", by: office["officer"])
            #expect(weighed.before.deduction(of: 0) == nil)
            #expect(weighed.after.deduction(of: 0) == Money(fen: 15000))
            #expect(weighed.version == 2)
            #expect(try await workspace.history(of: "B-1").count == 2)
            for _ in 1...2 {
                let version = try await workspace.recordAssessmentFact(
                    text, of: "B-1", idempotencyKey: "k", expectedVersion: 2, by: office["officer"])
                #expect(version == 4)
            }
            let answer = try await workspace.assessment("a", of: "B-1", by: office["auditor"])
            #expect(answer.rounds.map(\.score) == [Score(hundredths: 8000)])
            #expect(answer.evidence(for: "1", round: 1).map(\.fact.note) == ["两次超时"])
            #expect(answer.evidence(for: "1", round: 1).map(\.fact.document) == ["投诉单"])
            #expect(answer.evidence(for: "training", round: 1).isEmpty)
            #expect(answer.rounds[0].record.recordedBy == "officer")
            await #expect(throws: OperationError.versionDiffers(current: 4)) {
                try await workspace.recordAssessmentFact(
                    sheet("", "", round: 2), of: "B-1", expectedVersion: 2, by: office["officer"])
            }
        }
    }

    @Test func everythingWrongIsToldInItsPlace() async throws {
        try await withOffice { (office) async throws in
            let hash = String(repeating: "ab", count: 32)
            let wrong = sheet(#","incidents":-1"#, #","note":"\u0001","colour":"red""#, day: "2024-02-30")
            #expect(try await problems(office, wrong) == ["/sheet/1/colour unknown-field"])
            let further = sheet(#","incidents":"x""#, #","note":"\u0001""#, day: "2024-02-30")
            #expect(
                Set(try await problems(office, further)) == [
                    "/sheet/0/incidents wrong-type", "/on bad-date", "/sheet/1/note bad-text",
                ])
            #expect(
                try await problems(office, sheet(#","document":"\#(hash)""#, "")) == [
                    "/sheet/0/document document-missing"
                ])
            #expect(try await problems(office, body("[]")) == [" wrong-type"])
            #expect(try await problems(office, body("{")) == [" json-syntax"])
            #expect(try await office.test.workspace.history(of: "B-1").count == 2)
        }
    }

    /// What a round comes to by itself stays to be seen beside the next, and beside a ruling.
    @Test func roundsStandBesideOneAnother() async throws {
        try await withOffice { (office) async throws in
            let workspace = office.test.workspace
            for (round, score) in [(1, "78"), (2, "76")] {
                try await workspace.recordAssessmentFact(
                    body(
                        #"{"kind":"assessment","assessment":"a","score":"\#(score)","round":\#(round),"on":"2024-06-0\#(round)"}"#
                    ),
                    of: "B-1", by: office["officer"])
            }
            try await workspace.recordAssessmentFact(
                body(
                    #"{"kind":"ruling","assessment":"a","deduction":"10.00","reason":"复核","document":"d","on":"2024-06-03"}"#
                ), of: "B-1", by: office["finance"])
            let answer = try await workspace.assessment("a", of: "B-1", by: office["officer"])
            #expect(answer.rounds.map { $0.deduction?.description } == ["170.00", "190.00"])
            #expect(answer.rounds.map { $0.payable?.description } == ["830.00", "810.00"])
            #expect(answer.statement.deduction(of: 0)?.description == "10.00")
            #expect(answer.ruling != nil && answer.state == .settled)
        }
    }

    /// A collective decision is the section head's at every door; the other steps are the officer's.
    @Test func stepsNeedTheirPermission() async throws {
        try await withOffice { (office) async throws in
            let workspace = office.test.workspace
            for step in AssessmentStep.allCases {
                let event = body(
                    #"{"kind":"event","event":"\#(step.event(of: "a", round: 1))","on":"2024-06-01","note":"n"}"#)
                let (right, wrong) = step == .decision ? ("section-head", "officer") : ("officer", "section-head")
                await #expect(throws: OperationError.forbidden(step.permission)) {
                    try await workspace.recordFact(event, of: "B-1", by: office[wrong])
                }
                await #expect(throws: OperationError.forbidden(step.permission)) {
                    try await workspace.recordAssessmentFact(event, of: "B-1", by: office[wrong])
                }
                _ = try await workspace.recordFact(event, of: "B-1", by: office[right])
            }
            let answer = try await workspace.assessment("a", of: "B-1", by: office["auditor"])
            for step in AssessmentStep.allCases { #expect(answer.records(of: step, round: 1).count == 1, "\(step)") }
            #expect(answer.statement.deduction(of: 0) == nil)
            #expect(AssessmentStep.isDecision(event: "assessment-decision-12-y1"))
            for name in ["assessment-decision-y1", "assessment-decision-1", "assessment-delivered-1-y1"] {
                #expect(!AssessmentStep.isDecision(event: name))
            }
            let long = AssessmentStep.decision.event(of: String(repeating: "a", count: 64), round: 1)
            #expect(long.utf8.count == 64 && AssessmentStep.isDecision(event: long))
        }
    }

    @Test func theListShowsWhatWaits() async throws {
        try await withOffice { (office) async throws in
            let workspace = office.test.workspace
            func rows(_ stage: AssessmentFilter.Stage, by name: String = "officer") async throws -> [String] {
                try await workspace.assessments(AssessmentFilter(stage: stage), limit: 10, by: office[name]).assessments
                    .map {
                        "\($0.contract) \($0.assessment) \($0.state) \($0.score ?? "-") \($0.dueOn?.description ?? "-")"
                    }
            }
            #expect(try await rows(.waiting) == ["B-1 a missing - 2024-01-10"])
            #expect(try await rows(.waiting, by: "stranger") == [])
            try await workspace.recordAssessmentFact(sheet("", ""), of: "B-1", by: office["officer"])
            #expect(try await rows(.waiting) == [])
            #expect(try await rows(.over) == ["B-1 a settled 100 2024-01-10"])
            let page = try await workspace.assessments(
                AssessmentFilter(stage: .over, text: "考核"), limit: 1, by: office["officer"])
            #expect(page.totals.map(\.state) == ["settled"] && page.totals.map(\.count) == [1])
            let mark = page.assessments[0].mark(in: .over)
            let next = try await workspace.assessments(
                AssessmentFilter(stage: .over), after: mark, limit: 1, by: office["officer"])
            #expect(next.assessments.isEmpty)
        }
    }
}
