import Contracts
import Payables
import Requests
import Testing
import Values

@testable import Operations

/// What somebody sees of a payment request before they decide on it.
@Suite struct RequestReviewTests {
    /// 1,000.00 against an assessment that costs 1 % a point below 95, assessed 90; so 950.00 are payable.
    private static let dossier = """
        {"contract":{"number":"B-1","title":"t","buyer":"buyer","supplier":"s","currency":"CNY","price":"1500.00",
        "signedOn":"2024-01-10","installments":[{"id":"only","label":"考核款","kind":"assessed",
        "amount":{"fixed":"1000.00"},"when":{"event":"signed"},"assessedBy":"a"},{"id":"other","label":"尾款",
        "kind":"milestone","amount":{"fixed":"500.00"},"when":{"event":"signed"}}],"assessments":[{"id":"a",
        "label":"考核","points":[{"pointsBelow":"95","percent":"1","of":"installment","fraction":"exact"}]}]},
        "facts":[\(SmallContract.signed),{"id":"r1","kind":"assessment","assessment":"a","score":"90",
        "on":"2024-03-01"}]}
        """.split(separator: "\n").joined()

    private static let ruling =
        #"{"kind":"ruling","assessment":"a","deduction":"20.00","reason":"复核","document":"d","on":"2024-06-01"}"#

    private func lend(_ body: (TestWorkspace, Office) async throws -> Void) async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([Self.dossier])
            try await body(test, try await Office(test))
        }
    }

    @Test func itShowsWhatTheRequestRestsOnBesideToday() async throws {
        try await lend { test, office in
            let id = try await office.raise(installment: "only", on: "B-1").request.id
            let before = try await test.workspace.requestReview(id, by: office["section-head"])
            #expect(before.pinned.row == before.today?.row)
            #expect(before.pinned.row.payable == Money("950.00") && before.news.isEmpty)
            #expect(before.evidence.map(\.fact.kind.name) == [.event, .assessment])

            try await office.record(Self.ruling, of: "B-1", by: "finance")
            try await office.record(
                SmallContract.event("e", "other", on: "2024-06-01").withoutID, of: "B-1", by: "officer")
            let after = try await test.workspace.requestReview(id, by: office["section-head"])
            #expect(after.request.state == .stale && after.version == before.version + 3)
            #expect(after.pinned.row.payable == Money("950.00") && after.pinned.row.deducted == Money("50.00"))
            #expect(after.today?.row.payable == Money("980.00") && after.today?.row.deducted == Money("20.00"))
            #expect(after.news.map(\.by) == ["finance", "officer"] && after.news.map(\.isAboutIt) == [true, false])
            #expect(after.evidence.map(\.fact.kind.name) == [.event, .assessment, .ruling])
            #expect(after.evidence.last?.recordedBy == "finance")
        }
    }

    @Test func whatIsDoneOnItIsNoNewsAndWhatIsDoneOnOthersIs() async throws {
        try await lend { test, office in
            let id = try await office.raise("500.00", installment: "only", on: "B-1").request.id
            let other = try await office.raise("100.00", installment: "only", on: "B-1").request.id
            try await office.approve(id)
            let payment = try await office.pay(id, "500.00", voucher: "V-1").payment
            try await office.giveBack(payment, "200.00")
            let review = try await test.workspace.requestReview(id, by: office["treasury"])
            #expect(review.news.count == 1 && review.news[0].isAboutIt)
            guard case .step(let event, "only") = review.news[0].content else {
                Issue.record("no step of the other request")
                return
            }
            #expect(event.request == other)
            #expect(review.payments.map(\.payment.left) == [Money("300.00")])
            #expect(review.payments[0].returns.map(\.amount) == [Money("200.00")])
            #expect(review.payments[0].returns.map(\.by) == ["treasury"])
        }
    }

    @Test func itSaysWhoMayDoWhat() async throws {
        try await lend { test, office in
            var office = office
            try await office.add("both", [.officer, .sectionHead])
            let id = try await office.raise("10.00", installment: "only", on: "B-1", by: "both").request.id
            func options(_ name: String) async throws -> RequestOptions {
                try await test.workspace.requestReview(id, by: office[name]).options
            }
            #expect(try await options("both").approve == .refused(.actedAlready))
            #expect(try await options("both").withdraw == .open)
            #expect(try await options("section-head").approve == .open)
            #expect(try await options("section-head").needsProof == false)
            for name in ["officer", "finance", "treasury", "auditor"] {
                #expect(try await options(name).approve == .notTheirs, "\(name)")
            }
            try await office.approve(id)
            #expect(try await options("treasury").pay == .open)
            #expect(try await options("head").pay == .notTheirs)
            try await office.record(Self.ruling, of: "B-1", by: "finance")
            #expect(try await options("treasury").pay == .refused(.stale))
            #expect(try await options("officer").reconfirm == .notTheirs)
            #expect(try await options("both").reconfirm == .open)
            #expect(try await options("both").amountAgain == Money("10.00"))
        }
    }

    @Test func onlyWhoSeesTheContractSeesIt() async throws {
        try await lend { test, office in
            let id = try await office.raise(installment: "only", on: "B-1").request.id
            for name in ["stranger", "admin"] {
                let code = try await People.code {
                    _ = try await test.workspace.requestReview(id, by: office[name])
                }
                #expect(code == (name == "admin" ? "forbidden" : "unknown-payment-request"))
            }
        }
    }
}

extension String {
    /// A fact as somebody records it: the program names it.
    fileprivate var withoutID: String { replacing(#""id":"e","#, with: "") }
}
