import Contracts
import DossierSupport
import Testing
import Values

@testable import Documents

/// From a filled-in form to what the service takes.
struct SubmissionTests {
    static let terms = #"""
        {"number":"SL-2026-01","title":"政务云服务","buyer":"示例市政务服务局","supplier":"示例云计算有限公司","currency":"CNY",
        "price":"1200000","signedOn":"2026-02-01","excess":"carry","lateInterest":{"percentPerDay":"0.05"},
        "years":[{"year":1,"fee":"700000","from":"2026-02-01","to":"2027-01-31"},
        {"year":2,"fee":"500000","from":"2027-02-01","to":"2028-01-31"}],
        "installments":[
        {"id":"y1-advance","label":"预付款","year":1,"kind":"advance","amount":{"percent":"30","of":"year:1"},
        "when":{"event":"signed"},"within":{"workingDays":10},"needs":["invoice"]},
        {"id":"y1-balance","label":"首年考核款","year":1,"kind":"assessed","amount":{"remainder":"year:1"},
        "when":{"all":[{"yearEnds":1},{"after":"final-acceptance","days":15}]},"needs":["invoice"],"assessedBy":"y1"},
        {"id":"y2","label":"第二年款","year":2,"kind":"periodic","amount":{"fixed":"500000"},"when":{"date":"2027-08-01"}}],
        "assessments":[{"id":"y1","label":"首年考核","rectifications":1,
        "bands":[{"from":"90","percent":"0","of":"year:1"},{"from":"80","percent":"5","of":"year:1"},
        {"from":"0","percent":"10","of":"year:1"}],
        "points":[{"pointsBelow":"60","percent":"0.5","of":"year:1","fraction":"exact"}],
        "failures":{"criteria":["security","training"],"percent":"1","of":"year:1"},
        "veto":{"criteria":["leak"],"effect":"withhold"},"cap":{"percent":"20","of":"year:1"}}]}
        """#

    @Test(arguments: Language.allCases) func aFilledFormGivesTermsAndFacts(_ language: Language) throws {
        let workbook = FilledForms.workbook(FilledForms.sample, in: language)
        try check(workbook)
        // The same through a file.
        let bytes = try FilledForms.marked(workbook, in: language)
        try check(try ImportedWorkbook.read(bytes))
        #expect(try FilledForms.marked(workbook, in: language) == bytes, "the same form has the same bytes")
    }

    private func check(_ workbook: ImportedWorkbook) throws {
        let submissions = try workbook.submissions()
        #expect(submissions.map(\.call) == [.register, .record, .record, .record])
        #expect(submissions.map(\.contract) == ["SL-2026-01", "SL-2026-01", "MS-2020-TFSMY", "SL-2026-01"])
        #expect(submissions.map(\.row) == [2, 2, 3, 2])
        let wanted = [
            #"{"contract":\#(Self.terms)}"#,
            #"{"kind":"invoice","installment":"y1-advance","number":"25512000000012345678","amount":"210000","on":"2026-02-07","note":"首付"}"#,
            #"{"kind":"invoice","installment":"y1-balance","number":"12345678","amount":"718880","on":"2022-01-10"}"#,
            #"{"kind":"assessment","assessment":"y1","score":"85.5","on":"2027-02-10","failed":["security","training"]}"#,
        ]
        for (submission, text) in zip(submissions, wanted) {
            #expect(try sorted(JSONTree(parsing: submission.body)).text == sorted(JSONTree(text)).text)
        }
    }

    private func sorted(_ tree: JSONTree) -> JSONTree {
        switch tree {
        case .object(let members):
            .object(members.map { .init($0.name, sorted($0.value)) }.sorted { $0.name < $1.name })
        case .array(let elements): .array(elements.map(sorted))
        default: tree
        }
    }

    @Test(arguments: Language.allCases) func theEmptyTemplateHasNothingToImport(_ language: Language) throws {
        let bytes = try FilledForms.file {
            try ImportTemplate.write(at: $0, writtenAt: FilledForms.writtenAt, in: language)
        }
        let workbook = try ImportedWorkbook.read(bytes)
        let names = workbook.sheets.map(\.name)
        #expect(names.count == FormSheet.allCases.count + 2)
        for form in FormSheet.allCases { #expect(names.contains(form.title.text(in: language))) }
        let thrown = #expect(throws: ImportProblems.self) { try workbook.submissions() }
        #expect(thrown?.list.map(\.code) == ["import-nothing"])
    }

    /// Every kind of condition that a sheet can hold, alone where the rules allow it.
    @Test(arguments: FormList.condition.offered.map(\.code)) func conditionsAreWhatTermsTake(_ code: String) throws {
        var sheets = FilledForms.sample
        sheets[.installments]?[2]["condition1"] = .text("年度开始")
        sheets[.installments]?[2]["parameter1"] = nil
        sheets[.installments]?[2]["condition2"] = .text(code)
        let parameters: [String: ImportedCell.Content] = [
            "event": .text("终验"), "count": .text("visit"), "after-days": .text("上线"), "after-months": .text("launched"),
            "date": .number("46600"), "clear": .text("quality"),
        ]
        sheets[.installments]?[2]["parameter2"] = parameters[code]
        if ["count", "after-days", "after-months", "yearElapsed"].contains(code) {
            sheets[.installments]?[2]["number2"] = .number("3")
        }
        let submission = try #require(try FilledForms.workbook(sheets).submissions().first)
        let terms = try JSONTree(parsing: submission.body)
        let second = terms["/contract/installments/2/when/all/1"]
        let wanted: [String: String] = [
            "event": #"{"event":"final-acceptance"}"#, "count": #"{"atLeast":3,"count":"visit"}"#,
            "after-days": #"{"after":"launched","days":3}"#, "after-months": #"{"after":"launched","months":3}"#,
            "date": #"{"date":"2027-08-01"}"#, "clear": #"{"clear":"quality"}"#, "yearStarts": #"{"yearStarts":2}"#,
            "yearElapsed": #"{"months":3,"yearElapsed":2}"#, "yearEnds": #"{"yearEnds":2}"#,
            "contractEnds": #"{"contractEnds":true}"#, "invoice": #"{"invoice":true}"#,
        ]
        #expect(second == (try JSONTree(#require(wanted[code]))))
    }

    /// What the service refuses later finds its cell too.
    @Test func refusalsOfTheServiceFindTheirCell() throws {
        let fact = try FilledForms.workbook(FilledForms.sample).submissions()[1]
        let problem = fact.problem(Problem(pointer: "/installment", code: .unknownInstallment, detail: "y1-advance"))
        #expect(problem.sheet == "发票")
        #expect(problem.cell.description == "B2")
        #expect(problem.message(in: .chinese) == "没有分期“y1-advance”。")
        #expect(fact.problem(Problem(pointer: "/nowhere/at/all", code: .unknownField)).cell.description == "A2")
    }
}
