import Documents
import Payables
import Requests
import Testing
import Values

/// The papers as bytes, and what the builders put on them. Tests/Service/papers.sh reads what stands in the PDF.
struct PaperTests {
    @Test func theSameInputGivesTheSameBytes() throws {
        let statement = try PaperSamples.tianfu()
        let first = try PaperSamples.paper(statement, .chinese).pdf()
        // What was printed between leaves no trace in the letters' order or names.
        _ = try PaperSamples.paper(try PaperSamples.hotline(), .english).pdf()
        #expect(try PaperSamples.paper(statement, .chinese).pdf() == first)
        let form = try PaperSamples.form(on: statement)
        #expect(try form.pdf() == form.pdf())
        #expect(try form.pdf() != first)
    }

    @Test func theFormSaysWhatTheStatementSays() throws {
        let form = try PaperSamples.form(on: PaperSamples.tianfu())
        #expect(form.payment.amount.description == "353816.00")
        #expect(form.payment.paidBefore.description == "2516080.00")
        #expect(form.payment.paidAfter.description == "2869896.00")
        #expect(form.payment.installmentRest == .zero)
        #expect(form.payment.contractRest.description == "5891640.00")
        #expect(form.calculation.map(\.amount.description) == ["718880.00", "-365064.00", "365064.00", "353816.00"])
        #expect(form.invoices.map(\.number) == ["0003"])
        #expect(form.attachments.map(\.document) == ["第一年度考核复评结果.pdf  " + PaperSamples.hash])
        #expect(form.signatures.map(\.role) == ["经办人", "科室负责人", "财务审核", "单位负责人", "国库支付"])
        #expect(form.signatures.map { $0.signed?.name } == ["王小明", "李科长", "approver-2@meishan", nil, nil])
        #expect(form.signatures.map(\.isOpen) == [false, false, false, true, true])
    }

    @Test func whatCameToItsEndIsNotSignedAnyMore() throws {
        let statement = try PaperSamples.tianfu()
        let request = try PaperSamples.request(
            on: statement, "y1-balance", approvals: 1, then: [.rejected(reason: "附件不全")])
        let form = try #require(PaymentForm(of: request, on: statement, with: PaperSamples.surroundings))
        #expect(form.request.state == .rejected)
        #expect(form.request.reason == "附件不全")
        #expect(form.signatures.allSatisfy { !$0.isOpen })
    }

    /// What was paid on a request before it was confirmed again is not asked for a second time.
    @Test func aConfirmedRequestAsksForTheRest() throws {
        let statement = try PaperSamples.tianfu()
        let request = try PaperSamples.request(on: statement, "y1-launch", approvals: 3, then: [.paid(payment: "f8")])
        let claim = RequestEvent.Claim(
            amount: Money(fen: 179_720_001), pin: request.claim.pin, chain: request.claim.chain)
        let again = try PaperSamples.request(
            on: statement, "y1-launch", approvals: 3,
            then: [.paid(payment: "f8"), .stale(payable: nil), .reconfirmed(claim)])
        let form = try #require(PaymentForm(of: again, on: statement, with: PaperSamples.surroundings))
        #expect(form.payment.amount == Money(fen: 1))
        #expect(form.signatures.map { $0.signed == nil } == [false, true, true, true, false])
    }

    @Test func anotherStatementGivesNoForm() throws {
        let statement = try PaperSamples.tianfu()
        let request = try PaperSamples.request(on: statement, "y1-balance")
        let before = try PaperSamples.tianfu(rectified: false)
        #expect(PaymentForm(of: request, on: before, with: PaperSamples.surroundings) == nil)
        #expect(PaymentForm(of: request, on: try PaperSamples.hotline(), with: PaperSamples.surroundings) == nil)
        let other = try PaperSamples.schedule(of: 1)
        #expect(PaymentForm(of: request, on: other, with: PaperSamples.surroundings) == nil)
    }

    @Test func theNoticeSaysWhatMayBeDone() throws {
        let early = try PaperSamples.notice("y1", on: PaperSamples.tianfu(rectified: false), .chinese)
        #expect(early.outlook == .rectification(left: 1))
        #expect(early.total.description == "1003926.00")
        #expect(early.effect?.excess.description == "285046.00")
        #expect(early.failed == ["training"])
        let vetoed = try PaperSamples.notice(
            "y1", on: PaperSamples.tianfu(rectified: false, criterion: #"vetoed": ["security"#), .chinese)
        #expect(vetoed.outlook == .ruling)
        #expect(vetoed.vetoed == ["security"])
        #expect(vetoed.deductions.isEmpty)
        let late = try PaperSamples.notice("y1", on: PaperSamples.tianfu(), .chinese)
        #expect(late.outlook == .settled)
        #expect(late.deductions.map(\.amount.description) == ["365064.00"])
        let combined = try PaperSamples.notice("y1", on: PaperSamples.hotline(), .english)
        #expect(combined.parts.map(\.score.description) == ["94.5", "91"])
        #expect(combined.score.description == "92.75")
        let sheet = try PaperSamples.notice("m1", on: PaperSamples.incidents(), .chinese)
        #expect(sheet.criteria.map(\.incidents) == [3, 0])
        #expect(sheet.criteria.map(\.score.description) == ["34", "60"])
        #expect(
            AssessmentNotice(of: "y2", on: try PaperSamples.tianfu(), printedAt: PaperSamples.printedAt, in: .chinese)
                == nil)
    }

    @Test(arguments: [(1, 1...1), (30, 6...12), (300, 60...110)])
    func aLongScheduleGoesOnOverPages(_ count: Int, _ pages: ClosedRange<Int>) throws {
        let bytes = try PaperSamples.paper(try PaperSamples.schedule(of: count), .chinese).pdf()
        let text = String(decoding: bytes, as: UTF8.self)
        let found = text.matches(of: /\/Type \/Pages[^>]*\/Count (\d+)/).compactMap { Int($0.1) }
        #expect(found.count == 1)
        #expect(pages.contains(found.first ?? 0), "\(found)")
    }
}
