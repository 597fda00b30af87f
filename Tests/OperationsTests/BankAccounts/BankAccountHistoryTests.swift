import Testing
import Values

@testable import Operations

/// What is in force at a moment: a line a history, moments in minutes.
@Suite struct BankAccountHistoryTests {
    /// Proposals apart by `;`, each `proposed` and then `+confirmed>effective`, `-rejected` or `~withdrawn`.
    @Test(
        arguments: [
            // history, moment, in force, pending
            ("", 5, 0, []),
            ("1", 0, 0, []), ("1", 1, 0, [1]), ("1", 99, 0, [1]),
            ("1 -3", 2, 0, [1]), ("1 -3", 3, 0, []), ("1 ~3", 2, 0, [1]), ("1 ~3", 3, 0, []),
            ("1 +2>10", 1, 0, [1]), ("1 +2>10", 9, 0, [1]), ("1 +2>10", 10, 1, []), ("1 +2>10", 99, 1, []),
            ("1 +1>1", 0, 0, []), ("1 +1>1", 1, 1, []),
            // Stopped while it waits.
            ("1 +2>10 -9", 8, 0, [1]), ("1 +2>10 -9", 9, 0, []), ("1 +2>10 -9", 10, 0, []), ("1 +2>10 ~9", 99, 0, []),
            // The next one takes its place when it is in force, not before.
            ("1 +2>10; 20", 20, 1, [2]), ("1 +2>10; 20 +21>30", 29, 1, [2]), ("1 +2>10; 20 +21>30", 30, 2, []),
            ("1 +2>10; 20 -21", 25, 1, []), ("1 +2>10; 20 +21>30 -29", 31, 1, []),
            ("1 +2>10; 20 +21>30; 40 ~41", 50, 2, []),
            // Proposed while another waits; the cooling time was cut meanwhile: the last proposed stands.
            ("1 +2>50; 3 +4>10", 5, 0, [1, 2]), ("1 +2>50; 3 +4>10", 10, 2, [1]), ("1 +2>50; 3 +4>10", 50, 2, []),
            ("1 +2>50 -3; 4 +5>10", 60, 2, []),
        ] as [(String, Int64, Int, [Int])])
    func table(history: String, moment: Int64, inForce: Int, pending: [Int]) throws {
        let history = try Self.history(history)
        let moment = Instant(microseconds: moment)
        #expect(history.inForce(at: moment)?.number ?? 0 == inForce)
        #expect(history.pending(at: moment).map(\.number) == pending)
    }

    @Test func statesNameTheirMoments() throws {
        let change = try #require(try Self.history("1 +2>10 -9").changes.first)
        let states = [0, 1, 2, 8, 9].map { change.state(at: Instant(microseconds: $0)) }
        let until = Instant(microseconds: 10)
        #expect(states == [nil, .open, .cooling(until: until), .cooling(until: until), .rejected])
        let effective = try #require(try Self.history("1 +2>10").changes.first)
        #expect(effective.state(at: Instant(microseconds: 11)) == .effective(since: until))
    }

    private static func history(_ text: String) throws -> BankAccountHistory {
        let changes = try text.split(separator: ";").enumerated().map { index, words in
            let words = words.split(separator: " ")
            let decisions = try words.dropFirst().map { word in
                let numbers = try word.dropFirst().split(separator: ">").map { try #require(Int64($0)) }
                let kind = try #require(
                    ["+": BankAccountDecision.confirmed, "-": .rejected, "~": .withdrawn][word.prefix(1)])
                return BankAccountChange.Decision(
                    kind: kind, by: "b", at: Instant(microseconds: numbers[0]),
                    effectiveAt: numbers.count > 1 ? Instant(microseconds: numbers[1]) : nil, reason: "")
            }
            let account = BankAccount(holder: "h", bank: "b", number: "123456")
            return BankAccountChange(
                id: Int64(index), number: index + 1, account: account, reason: "r", proposedBy: "a",
                proposedAt: Instant(microseconds: try #require(Int64(words[0]))), decisions: decisions)
        }
        return BankAccountHistory(
            department: Department(id: 1, name: "d", key: "d", approvalChain: []), supplier: "s", changes: changes)
    }

    @Test(
        arguments: [
            ("6222 0202-0011 2233", "6222020200112233"), ("６２２２　０２", "622202"), ("", ""), ("1－2", "12"),
            ("12a", nil), ("12\n", nil), ("12\u{200b}3", nil), ("١٢٣", nil), ("1.5", nil), ("+12", nil), ("12\0", nil),
        ] as [(String, String?)])
    func numbersAreDigits(text: String, digits: String?) {
        #expect(BankAccount.digits(text) == digits)
    }

    @Test func masksShowTheLastFour() {
        #expect(BankAccount.masking("6222020200112233") == "************2233")
        #expect(BankAccount.masking("123456") == "**3456")
    }
}
