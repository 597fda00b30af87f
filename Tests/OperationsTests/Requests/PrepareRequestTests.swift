import Contracts
import Payables
import Requests
import Storage
import Testing
import Values

@testable import Operations

/// What somebody sees before they ask for a payment, and the lists that lead there.
@Suite struct PrepareRequestTests {
    private func lend(_ body: (TestWorkspace, Office) async throws -> Void) async throws {
        try await TestWorkspace.lend { (test) async throws in
            let facts = [SmallContract.signed, SmallContract.invoice("i", "N-1")]
            try await test.importing([SmallContract.dossier(facts: facts)])
            try await body(test, try await Office(test))
        }
    }

    @Test func whatOtherRequestsHoldIsNotAvailable() async throws {
        try await lend { test, office in
            let held = try await office.raise("150.00").request.id
            let asked = try await test.workspace.requestPreparation(
                on: "A-1", installment: "first", by: office["officer"])
            let chosen = try #require(asked.chosen)
            #expect(chosen.choice.isPayable && chosen.choice.held == Money("150.00"))
            #expect(chosen.choice.available == Money("250.00"))
            #expect(chosen.holding.map(\.id) == [held])
            #expect(chosen.evidence.map(\.fact.kind.name) == [.event, .invoice])
            #expect(asked.chain == ApprovalRole.standardChain)
            #expect(asked.choices.map(\.available) == [Money("250.00"), .zero])
            #expect(asked.choices.map(\.isPayable) == [true, false])
        }
    }

    @Test func onlyWhoMayAskSeesIt() async throws {
        try await lend { test, office in
            for (name, wanted) in [("finance", "forbidden"), ("stranger", "unknown-contract")] {
                let code = try await People.code {
                    _ = try await test.workspace.requestPreparation(on: "A-1", installment: nil, by: office[name])
                }
                #expect(code == wanted)
            }
        }
    }

    @Test func positionsWithNothingLeftAreNotListedAsAvailable() async throws {
        try await lend { test, office in
            func available() async throws -> [String] {
                try await test.workspace.positions(
                    PositionFilter(isAvailable: true), limit: 10, by: office["officer"]
                ).positions.map(\.installment)
            }
            #expect(try await available() == ["first"])
            let id = try await office.raise("399.99").request.id
            #expect(try await available() == ["first"])
            try await office.raise("0.01")
            #expect(try await available() == [])
            try await office.decide(id, "withdraw", by: "officer")
            #expect(try await available() == ["first"])
        }
    }

    @Test func aListKnowsSinceWhenARequestWaits() async throws {
        try await lend { test, office in
            let first = try await office.raise("100.00").request.id
            test.advance(seconds: 60)
            let second = try await office.raise("50.00").request.id
            let start = test.now
            test.advance(seconds: 60)
            try await office.decide(first, "approve", by: "section-head")
            func list(_ question: RequestQuestion) async throws -> [ListedRequest] {
                try await test.workspace.paymentRequests(question, limit: 10, by: office["finance"])
            }
            #expect(try await list(RequestQuestion()).map(\.waitsSince) == [test.now, start])
            #expect(try await list(RequestQuestion(isLatestFirst: true)).map(\.id) == [second, first])
            let page = try await test.workspace.paymentRequests(
                RequestQuestion(isLatestFirst: true), after: try await list(RequestQuestion()).last?.mark, limit: 10,
                by: office["finance"])
            #expect(page.map(\.id) == [first])

            test.advance(seconds: 60)
            try await office.record(#"{"kind":"voided","fact":"i","reason":"x","on":"2024-06-01"}"#, by: "head")
            try await office.record(
                #"{"kind":"terminated","reason":"x","on":"2024-01-01"}"#, by: "head")
            try await office.decide(second, "withdraw", by: "officer")
            #expect(try await list(RequestQuestion(isOpen: true)).map(\.id) == [first])
            let stale = try await list(RequestQuestion(state: "stale"))
            #expect(stale.map(\.id) == [first] && stale.map(\.waitsSince) == [test.now])
        }
    }
}
