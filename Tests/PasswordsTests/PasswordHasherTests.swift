import Testing

@testable import Passwords

@Suite struct PasswordHasherTests {
    /// Cheap, so that tests are quick.
    private static let cheap = PasswordCost(memory: 8 << 10, passes: 1)
    private let hasher = PasswordHasher(cost: cheap)
    private let right = Password("correct horse battery")

    @Test func knowsItsOwnHashes() async throws {
        let hash = try await hasher.hash(right)
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(!hash.contains("horse"))
        #expect(try await hasher.verify(right, against: hash))
        #expect(try await !hasher.verify(Password("correct horse batterz"), against: hash))
        #expect(try await !hasher.verify(Password(""), against: hash))
        #expect(try await hasher.hash(right) != hash)
    }

    @Test func anAccountThatIsNotThereCostsTheSameAndIsWrong() async throws {
        for password in [right, Password(""), Password("\0")] {
            #expect(try await !hasher.verify(password, against: nil))
        }
        #expect(try await !hasher.verify(right, against: "nonsense"))
        // The hash that stands for it is read as one of the same cost: nothing is to be done anew.
        #expect(!hasher.needsRehash(Self.cheap.decoy))
    }

    @Test func tellsWhatIsToBeHashedAnew() async throws {
        let hash = try await hasher.hash(right)
        #expect(!hasher.needsRehash(hash))
        #expect(PasswordHasher(cost: PasswordCost(memory: 16 << 10, passes: 1)).needsRehash(hash))
        #expect(PasswordHasher(cost: PasswordCost(memory: 8 << 10, passes: 2)).needsRehash(hash))
        #expect(hasher.needsRehash("nonsense"))
    }

    @Test func theStandardCostIsTheOneDecided() async throws {
        let hash = try await PasswordHasher.standard.hash(right)
        #expect(hash.hasPrefix("$argon2id$v=19$m=65536,t=2,p=1$"))
        #expect(try await PasswordHasher.standard.verify(right, against: hash))
    }

    @Test func refusesBeyondItsLine() async throws {
        let narrow = PasswordHasher(cost: PasswordCost(memory: 16 << 20, passes: 2), lanes: 1, waiting: 0)
        let outcomes = await withTaskGroup(of: PasswordError?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do throws(PasswordError) { _ = try await narrow.hash(right) } catch { return error }
                    return nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(nil))
        #expect(Set(outcomes.compactMap { $0 }).isSubset(of: [.busy]))
        #expect(try await narrow.hash(right).hasPrefix("$argon2id$"))
    }

    @Test func manyAtOnceAreAllRight() async throws {
        let right = right
        let hash = try await hasher.hash(right)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask { [hasher] in
                    let password = number % 2 == 0 ? right : Password("wrong horse \(number)")
                    return try await hasher.verify(password, against: hash) == (number % 2 == 0)
                }
            }
            for try await isAsExpected in group { #expect(isAsExpected) }
        }
    }
}
