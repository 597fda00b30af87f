import Contracts
import HTML
import JSON
import Testing
import Values

@testable import Web

/// The terms as they travel through the steps of the form.
@Suite struct DraftTests {
    static func form(_ pairs: [(String, String)]) -> FormData {
        var form = FormData()
        for (name, value) in pairs { form.add(name, value) }
        return form
    }

    static func taking(_ draft: TermsDraft, _ view: RegistrationView, _ pairs: [(String, String)]) -> TermsDraft {
        var draft = draft
        draft.take(DraftFields(draft: draft, words: TemplateTests.words).fields(of: view), from: form(pairs))
        return draft
    }

    @Test func whatIsTypedIsKeptAndAmountsAreWrittenPlainly() {
        let typed = [
            ("/contract/price", "123.456万"), ("/contract/number", " HT-1 "), ("/contract/signedOn", "31/12"),
            ("/contract/supplier", "甲“乙”\\丙"),
        ]
        let draft = Self.taking(TermsDraft(buyer: "买方"), .basics, typed)
        #expect(draft.text("/contract/price") == "1234560.00")
        #expect(draft.text("/contract/number") == "HT-1")
        #expect(draft.text("/contract/signedOn") == "31/12")
        #expect(TermsDraft(carried: draft.carried) == draft)
        #expect(draft.text("/contract/buyer") == "买方")
    }

    @Test(arguments: ["", "{", "[]", #"{"contract":1}"#, #""x""#, String(repeating: " ", count: 300_000)])
    func whatIsNoDraftIsNoDraft(_ text: String) {
        #expect(TermsDraft(carried: text) == nil)
    }

    @Test func numbersAreNumbersAndNonsenseStays() {
        var draft = TermsDraft(buyer: "买方")
        draft.add(to: "/contract/installments")
        let place = "/contract/installments/0"
        draft = Self.taking(
            draft, .installment(0),
            [
                (place + "/within/days", "３０"), (place + "/amount/percent", "40％"),
                ("other:" + place + "/when/event", "site-ready"), (place + "/when/event", "signed"),
                (place + "/label", "首付"), ("other:" + place + "/needs", "photos, report"),
                (place + "/needs", "invoice"),
            ])
        #expect(draft[place + "/within/days"] == .number(30))
        #expect(draft.text(place + "/amount/percent") == "40")
        #expect(draft.text(place + "/when/event") == "site-ready")
        #expect(draft.list(place + "/needs").compactMap(\.text) == ["invoice", "photos", "report"])
        draft = Self.taking(draft, .installment(0), [(place + "/within/days", "bald")])
        #expect(draft[place + "/within/days"] == .string("bald"))
        #expect(draft.review.problems.contains { $0.pointer == place + "/within/days" })
    }

    /// A code of one's own goes into the list, and its field is empty again: it must not overrule what is chosen later.
    @Test func aCodeOfOnesOwnIsTakenOverOnce() {
        var draft = TermsDraft(buyer: "买方")
        draft.add(to: "/contract/installments")
        let event = "/contract/installments/0/when/event"
        draft = Self.taking(draft, .installment(0), [("other:" + event, "site-ready"), (event, "")])
        let form = RegistrationForm(draft, at: .installment(0), FormData(), in: TemplateTests.words)
        #expect(form.filled[event] == "site-ready" && form.filled["other:" + event] == nil)
    }

    @Test func whatIsOptionalMayStayEmpty() {
        let interest = "/contract/lateInterest/percentPerDay"
        var draft = Self.taking(TemplateTests.filled(.hotline), .closing, [(interest, "0.01")])
        #expect(draft.text(interest) == "0.01")
        draft = Self.taking(draft, .closing, [(interest, "")])
        #expect(draft["/contract/lateInterest"] == nil && draft.review.problems.isEmpty)
    }

    @Test func choicesKeepWhatFits() {
        var draft = TermsDraft(buyer: "买方")
        draft.add(to: "/contract/installments")
        let when = TermsChoice(.when, "/contract/installments/0/when")
        draft[when.place] = .object(["event": .string("launched")])
        draft.choose(when, "after-months")
        #expect(draft[when.place] == .object(["after": .string("launched"), "months": .string("")]))
        draft.choose(when, "all")
        #expect(draft.list(when.place + "/all").first?["/after"]?.text == "launched")
        draft.choose(when, "any")
        #expect(draft.list(when.place + "/any").count == 1)
        for form in ConditionForm.allCases {
            draft.choose(when, form.rawValue)
            #expect(draft.chosen(when) == form.rawValue)
        }
        let amount = TermsChoice(.amount, "/contract/installments/0/amount")
        for form in AmountForm.allCases {
            draft.choose(amount, form.rawValue)
            #expect(draft.chosen(amount) == form.rawValue)
        }
        let within = TermsChoice(.within, "/contract/installments/0/within")
        draft[within.place + "/days"] = .number(30)
        draft.choose(within, "workingDays")
        #expect(draft[within.place] == .object(["workingDays": .number(30)]))
        draft.choose(within, "")
        #expect(draft[within.place] == nil)
    }

    @Test func rowsAreAddedMovedCopiedAndTakenAway() {
        var draft = TemplateTests.filled(.works)
        let labels = { (draft: TermsDraft) in draft.names("/contract/installments").map(\.label) }
        let first = labels(draft)[0]
        draft.move("/contract/installments/0", by: 1)
        #expect(labels(draft)[1] == first)
        draft.move("/contract/installments/0", by: -1)
        #expect(labels(draft)[1] == first)
        #expect(draft.copy("/contract/installments/1") == "/contract/installments/2")
        #expect(labels(draft)[2] == first)
        #expect(Set(draft.names("/contract/installments").map(\.id)).count == 6)
        // What is withheld from an installment that goes is withheld no more.
        draft.remove("/contract/installments/1")
        #expect(!draft.list("/contract/installments/4/amount/withheld/from").contains(.string("advance")))
        #expect(draft.review.problems.allSatisfy { $0.code != .unknownInstallment })
    }

    @Test func aNewIdentifierIsFollowed() {
        let draft = Self.taking(
            TemplateTests.filled(.hotline), .assessment(2), [("/contract/assessments/2/id", "annual-1")])
        #expect(draft.text("/contract/installments/2/assessedBy") == "annual-1")
        let part = Self.taking(draft, .assessment(0), [("/contract/assessments/0/id", "h1")])
        #expect(part.text("/contract/assessments/2/combine/0/assessment") == "h1")
        #expect(part.list("/contract/termination/0/series").first == .string("h1"))
        #expect(part.review.problems.isEmpty)
    }

    @Test func oneInstallmentBearsTheDeductions() {
        var draft = TemplateTests.filled(.outsourcing)
        let attach = TermsChoice(.attach, "/contract/assessments/0")
        #expect(draft.chosen(attach) == "y1-balance")
        draft.choose(attach, "y1-half")
        #expect(draft.chosen(attach) == "y1-half")
        #expect(draft["/contract/installments/2/assessedBy"] == nil)
    }

    /// Whatever a browser sends: nothing ends the program, and every page can be written.
    @Test func anyDocumentMakesAPage() {
        let documents = [
            #"{"contract":{}}"#,
            #"{"contract":{"installments":5,"years":{"0":1},"assessments":[[],{},"x"]},"calendar":[]}"#,
            #"{"contract":{"installments":[{"when":{"all":[{"any":[{"all":[{"any":[{}]}]}]}]},"amount":[],"within":3}]}}"#,
            #"{"contract":{"price":{},"term":"x","assessments":[{"bands":{},"points":[1],"veto":"y","cap":[]}]}}"#,
        ]
        for text in documents {
            guard let draft = TermsDraft(carried: text) else {
                Issue.record("\(text)")
                continue
            }
            for view in RegistrationView.steps + [.installment(0), .assessment(0), .installment(7)] {
                var form = RegistrationForm(draft, at: view, FormData(), in: TemplateTests.words)
                form.noteProblems(isStrict: true)
                #expect(!form.live.isEmpty)
            }
        }
    }
}
