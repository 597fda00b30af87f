import Contracts
import Payables
import Testing
import Values

@testable import Operations

@Suite struct ImportTests {
    @Test func theSameFileTwiceChangesNothing() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let dossiers = [SmallContract.dossier("A-1"), SmallContract.dossier("A-2", calendar: #""CN""#)]
            #expect(
                try await test.importing(dossiers).map(\.outcome) == [.registered(facts: 1), .registered(facts: 1)])
            let before = try await test.dump()
            test.setToday("2024-06-04")
            #expect(try await test.importing(dossiers).map(\.outcome) == [.unchanged, .unchanged])
            #expect(try await test.dump() == before)
        }
    }

    @Test func otherWritingOfTheSameIsTheSame() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier("A-1")])
            let spaced = SmallContract.dossier("A-1", calendar: #""none""#).split(separator: ",").joined(
                separator: " ,\n ")
            #expect(try await test.importing([spaced]).map(\.outcome) == [.unchanged])
        }
    }

    @Test func aLongerFileAppends() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let more = [
                SmallContract.invoice("i", "N1"), SmallContract.signed,
                SmallContract.paid("p", "400.00", voucher: "V1"),
            ]
            #expect(
                try await test.importing([SmallContract.dossier(facts: more)]).map(\.outcome) == [.appended(facts: 2)])
            #expect(
                try await test.workspace.history(of: "A-1").map(\.kind) == ["registered", "event", "invoice", "paid"])
            #expect(try await test.workspace.statement(of: "A-1").statement.paid.description == "400.00")
            // Only what is new, without what was there before.
            let rest = SmallContract.dossier(facts: [SmallContract.voided("v", "p")])
            #expect(try await test.importing([rest]).map(\.outcome) == [.appended(facts: 1)])
            #expect(try await test.workspace.statement(of: "A-1").statement.paid.description == "0.00")
        }
    }

    @Test func refusesOtherTermsAndOtherFacts() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(), SmallContract.dossier("A-2")])
            let before = try await test.dump()
            let other = SmallContract.event("s", "signed", on: "2024-01-11")
            let results = try await test.importing([
                SmallContract.dossier(title: "other", facts: [SmallContract.invoice("i", "N1"), other]),
                SmallContract.dossier("A-2", calendar: #""weekends""#),
            ])
            #expect(
                results.map(\.outcome) == [
                    .conflicting([
                        Conflict(pointer: "/contract", code: .termsDiffer),
                        Conflict(pointer: "/facts/1", code: .factDiffers, detail: "s"),
                    ]),
                    .conflicting([Conflict(pointer: "/contract", code: .termsDiffer)]),
                ])
            #expect(try await test.dump() == before)
        }
    }

    @Test func oneBadContractStopsNoOther() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let results = try await test.importing([
                SmallContract.dossier(
                    "A-1", facts: [SmallContract.signed, SmallContract.paid("p", "1.00", voucher: "V1")]),
                SmallContract.dossier(
                    "A-2", facts: [SmallContract.paid("p", "1.005"), SmallContract.invoice("i", "N", "x")]),
                "not json", "[]", "{}",
                SmallContract.dossier("A-3", facts: [SmallContract.paid("p", "1.00", voucher: "V1")]),
                SmallContract.dossier("A-4").replacing(#""buyer":"buyer""#, with: #""buyer":7,"colour":"red""#),
                SmallContract.dossier("A-5"),
                SmallContract.dossier("A-5", facts: [SmallContract.signed, SmallContract.invoice("i", "N5")]),
            ])
            #expect(results.map(\.position) == Array(0..<9))
            #expect(results.map(\.number) == ["A-1", "A-2", nil, nil, nil, "A-3", "A-4", "A-5", "A-5"])
            #expect(results[0].outcome == .registered(facts: 2))
            #expect(results[1].problems == ["/facts/0/amount bad-money", "/facts/1/amount bad-money"])
            #expect(results[2].problems == [" json-syntax"])
            #expect(results[3].problems == [" wrong-type"])
            #expect(results[4].problems == ["/contract missing-field", "/facts missing-field"])
            #expect(results[5].outcome == .conflicting([Conflict(pointer: "", code: .voucherTaken)]))
            #expect(results[6].problems == ["/contract/colour unknown-field", "/contract/buyer wrong-type"])
            #expect(results[7].outcome == .registered(facts: 1))
            #expect(results[8].outcome == .appended(facts: 1))
            #expect(try await test.dump(["contract"]).count == 2)
        }
    }

    @Test func pointsIntoTheFileWhereFactsStandInAnotherOrder() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(facts: [SmallContract.paid("p", "10.00")])])
            let back = #"{"id":"r","kind":"returned","installment":"first","amount":"11.00","on":"2024-02-02"}"#
            let results = try await test.importing([
                SmallContract.dossier(facts: [back, SmallContract.signed, SmallContract.paid("p", "10.00")])
            ])
            #expect(results[0].problems == ["/facts/0/amount return-exceeds-paid"])
        }
    }

    @Test func refusesWhatTheIndicesCannotHold() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let long = String(repeating: "长", count: 201)
            let results = try await test.importing([
                SmallContract.dossier(
                    String(repeating: "N", count: 201), supplier: long,
                    facts: [SmallContract.paid("p", "1.00", voucher: long)])
            ])
            #expect(
                results[0].outcome
                    == .conflicting([
                        Conflict(pointer: "/contract/number", code: .tooLong, detail: "≤ 200"),
                        Conflict(pointer: "/contract/supplier", code: .tooLong, detail: "≤ 600"),
                        Conflict(pointer: "/facts/0/voucher", code: .tooLong, detail: "≤ 200"),
                    ]))
        }
    }

    @Test func refusesAFactDatedAheadThatWillBreakTheDossier() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let ahead = SmallContract.paid("p", "1.00", installment: "none", on: "2030-01-01")
            let results = try await test.importing([SmallContract.dossier(facts: [ahead])])
            #expect(results[0].problems == ["/facts/0/installment unknown-installment"])
        }
    }

    @Test func severalImportsOfOneFileAtOnceRegisterItOnce() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            let dossiers = (0..<40).map { SmallContract.dossier("A-\($0)") }
            let outcomes = try await withThrowingTaskGroup(of: [ImportResult].self) { group in
                for _ in 0..<4 { group.addTask { try await test.importing(dossiers) } }
                return try await group.reduce(into: []) { $0 += $1.map(\.outcome) }
            }
            #expect(outcomes.filter { $0 == .registered(facts: 1) }.count == 40)
            #expect(outcomes.filter { $0 == .unchanged }.count == 120)
            #expect(try await test.dump(["journal"]).count == 80)
        }
    }

    @Test func overpaidHistoriesAreLetInAndFlagged() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let facts = [SmallContract.signed, SmallContract.paid("p", "5000.00")]
            #expect(
                try await test.importing([SmallContract.dossier(facts: facts)]).map(\.outcome) == [
                    .registered(facts: 2)
                ])
            #expect(try await test.workspace.statement(of: "A-1").statement.flags.isEmpty == false)
        }
    }
}

extension ImportResult {
    /// The problems as `pointer code`.
    var problems: [String] {
        guard case .invalid(let problems) = outcome else { return ["\(outcome)"] }
        return problems.list.map { "\($0.pointer) \($0.code.rawValue)" }
    }
}

extension String {
    func replacing(_ part: String, with other: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
