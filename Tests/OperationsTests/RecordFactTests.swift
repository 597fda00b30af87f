import Contracts
import Payables
import Testing
import Values

@testable import Operations

@Suite struct RecordFactTests {
    private func fact(_ text: String) -> [UInt8] { Array(text.utf8) }
    private let accepted = #"{"kind":"event","event":"accepted","on":"2024-05-01"}"#

    @Test func chainsAndAssignsAnID() async throws {
        try await TestWorkspace.lend(user: "王会计") { (test) async throws in
            try await test.importing([
                SmallContract.dossier(facts: [SmallContract.signed, SmallContract.event("f4", "x", on: "2024-01-11")])
            ])
            let first = try await test.workspace.recordFact(fact(accepted), of: "A-1")
            #expect(first.id == "f5")
            #expect(first.entry == 4)
            #expect(first.recordedBy == "王会计")
            let history = try await test.workspace.history(of: "A-1")
            #expect(history.last?.hash == first.hash)
            #expect(history.last?.summary == "event accepted")
            #expect(try await test.workspace.verifyJournal(of: "A-1").head == first.hash)
            #expect(try await test.workspace.statement(of: "A-1").statement.payableNow.description == "600.00")
        }
    }

    private func problems(_ text: String, _ test: TestWorkspace) async throws -> [String] {
        do {
            _ = try await test.workspace.recordFact(fact(text), of: "A-1")
            return []
        } catch {
            guard case .invalid(let problems) = error else { throw error }
            return problems.list.map { "\($0.pointer) \($0.code.rawValue)" }
        }
    }

    @Test func tellsAllThatIsWrongWithPointersIntoTheFact() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let before = try await test.dump()
            let wrong = #"{"kind":"paid","installment":"none","amount":1,"on":"2024-02-30","colour":"red"}"#
            #expect(
                Set(try await problems(wrong, test)) == [
                    "/colour unknown-field", "/on bad-date", "/amount number-for-decimal",
                    "/installment unknown-installment",
                ])
            #expect(try await problems("[]", test) == [" wrong-type"])
            #expect(try await problems("{", test) == [" json-syntax"])
            #expect(try await problems(SmallContract.signed, test) == ["/id duplicate-id"])
            #expect(try await problems(accepted.replacing("{", with: #"{"id":7,"#), test) == ["/id wrong-type"])
            #expect(try await problems(#"{"on":1.5}"#, test) == [" wrong-type"])
            #expect(try await test.dump() == before)
        }
    }

    @Test func anUnknownContractIsAnAnswerOfItsOwn() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([])
            await #expect(throws: OperationError.unknownContract(number: "none")) {
                try await test.workspace.recordFact(fact(accepted), of: "none")
            }
            await #expect(throws: OperationError.unknownContract(number: "none")) {
                try await test.workspace.statement(of: "none")
            }
            await #expect(throws: OperationError.unknownContract(number: "none")) {
                try await test.workspace.history(of: "none")
            }
            await #expect(throws: OperationError.unknownContract(number: "none")) {
                try await test.workspace.verifyJournal(of: "none")
            }
        }
    }

    @Test func aKeyGivesTheFirstAnswerAgain() async throws {
        try await TestWorkspace.lend { (test) async throws in
            try await test.importing([SmallContract.dossier(), SmallContract.dossier("A-2")])
            let first = try await test.workspace.recordFact(fact(accepted), of: "A-1", idempotencyKey: "k")
            let before = try await test.dump()
            test.setToday("2024-07-01")
            let spaced = accepted.split(separator: ",").joined(separator: " , ")
            let again = try await test.workspace.recordFact(fact(spaced), of: "A-1", idempotencyKey: "k")
            #expect(again.isReplayed && !first.isReplayed)
            #expect(
                (again.id, again.hash, again.recordedAt.description) == (
                    first.id, first.hash, first.recordedAt.description
                ))
            let other = #"{"kind":"event","event":"accepted","on":"2024-05-02"}"#
            await #expect(throws: OperationError.keyReused) {
                try await test.workspace.recordFact(fact(other), of: "A-1", idempotencyKey: "k")
            }
            await #expect(throws: OperationError.keyReused) {
                try await test.workspace.recordFact(fact(accepted), of: "A-2", idempotencyKey: "k")
            }
            #expect(try await test.dump() == before)
        }
    }

    @Test func theGuardsOfTheDatabaseSpeakTheFieldsLanguage() async throws {
        try await TestWorkspace.lend { (test) async throws in
            let history = [
                SmallContract.signed, SmallContract.invoice("i", "N1"),
                SmallContract.paid("p", "100.00", voucher: "V1"),
            ]
            try await test.importing([SmallContract.dossier(facts: history), SmallContract.dossier("A-2")])
            let before = try await test.dump()
            func refusal(_ text: String, _ contract: String) async throws -> [ConflictCode] {
                do {
                    _ = try await test.workspace.recordFact(fact(text), of: contract)
                    return []
                } catch {
                    guard case .conflicting(let conflicts) = error else { throw error }
                    return conflicts.map(\.code)
                }
            }
            #expect(try await refusal(SmallContract.paid(nil, "300.01"), "A-1") == [.exceedsPayable])
            #expect(try await refusal(SmallContract.paid(nil, "1.00", voucher: "V1"), "A-1") == [.voucherTaken])
            #expect(try await refusal(SmallContract.paid(nil, "1.00", voucher: "V1"), "A-2") == [.voucherTaken])
            #expect(try await refusal(SmallContract.invoice("j", "N1"), "A-2") == [.invoiceNumberTaken])
            #expect(
                try await refusal(SmallContract.paid(nil, "600.01", installment: "last"), "A-1") == [.exceedsPayable])
            #expect(try await test.dump() == before)
            #expect(try await refusal(SmallContract.paid(nil, "300.00", voucher: "V2"), "A-1") == [])
            // A voided payment frees its voucher and its room.
            #expect(try await refusal(SmallContract.voided("v", "p"), "A-1") == [])
            #expect(try await refusal(SmallContract.paid(nil, "100.00", voucher: "V1"), "A-1") == [])
            #expect(try await refusal(SmallContract.paid(nil, "0.01"), "A-1") == [.exceedsPayable])
        }
    }

    @Test func manyAtOnceAllChain() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            try await test.importing([SmallContract.dossier(), SmallContract.dossier("A-2")])
            let answers = try await withThrowingTaskGroup(of: RecordedFact.self) { group in
                for number in 0..<60 {
                    let text = #"{"kind":"event","event":"visit","on":"2024-05-01","note":"\#(number)"}"#
                    group.addTask {
                        try await test.workspace.recordFact(fact(text), of: number % 3 == 0 ? "A-2" : "A-1")
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map { "\($0.contract) \($0.id)" }).count == 60)
            #expect(try await test.workspace.verifyJournal(of: "A-1").entries == 42)
            #expect(try await test.workspace.verifyJournal(of: "A-2").entries == 22)
        }
    }

    @Test func ofManyPaymentsAtOnceOnlySoManyFit() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<30 {
                    group.addTask {
                        do {
                            _ = try await test.workspace.recordFact(fact(SmallContract.paid(nil, "30.00")), of: "A-1")
                            return true
                        } catch {
                            guard case .conflicting? = error as? OperationError else { throw error }
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(accepted == 13)
            #expect(try await test.workspace.statement(of: "A-1").statement.paid.description == "390.00")
        }
    }

    /// Those that come while the first one still runs are told so, and ask again. A sender whose look falls into the
    /// first one's COMMIT is rare: so there are many keys.
    @Test func manySendersOfOneKeyGetOneAnswer() async throws {
        try await TestWorkspace.lend(connections: 8) { (test) async throws in
            try await test.importing([SmallContract.dossier()])
            for key in 0..<25 {
                let answers = try await withThrowingTaskGroup(of: RecordedFact.self) { group in
                    for _ in 0..<20 {
                        group.addTask {
                            while true {
                                do {
                                    return try await test.workspace.recordFact(
                                        fact(SmallContract.paid(nil, "1.00")), of: "A-1", idempotencyKey: "k\(key)")
                                } catch OperationError.keyBusy { await Task.yield() }
                            }
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(Set(answers.map(\.hash)).count == 1)
                #expect(answers.filter { !$0.isReplayed }.count == 1)
            }
        }
    }
}
