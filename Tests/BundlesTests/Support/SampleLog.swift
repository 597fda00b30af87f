import Audit
import TestSupport
import Values

@testable import Bundles

/// Contracts whose entries were sealed in some order, with the checkpoints that the log's key signed on the way.
struct SampleLog {
    static let key = key(1, .ed25519)
    static let witness = key(2, .cosignature)
    static let forger = key(3, .ed25519)
    static let writtenAt = ContractLife.instant(.last2031, 3_600_000_000)

    var journals: [ContractJournal]
    /// Of each entry of each contract, ascending.
    var indexes: [[Int]] = []
    var stored: [Subtree: TreeHash] = [:]
    var frontier = Frontier()

    /// Seals the entries in a random order that keeps that of each contract.
    init(_ journals: [ContractJournal], _ random: inout SeededGenerator) throws {
        self.journals = journals
        indexes = journals.map { _ in [] }
        var left = journals.indices.flatMap { Array(repeating: $0, count: journals[$0].entries.count) }
        left.shuffle(using: &random)
        for contract in left {
            let sealed = journals[contract].entries[indexes[contract].count]
            indexes[contract].append(frontier.size)
            for node in try frontier.append(.leaf(sealed.bytes)) { stored[node.subtree] = node.hash }
        }
    }

    /// The log as it was when it had so many entries.
    func frontier(_ size: Int) throws -> Frontier {
        try Frontier(size: size, hashes: Frontier.subtrees(ofSize: size).compactMap { stored[$0] })
    }

    func note(_ size: Int? = nil, by key: SigningKey = Self.key, isWitnessed: Bool = false) throws -> SignedNote {
        let note = try CheckpointStep.sign(frontier(size ?? frontier.size), after: nil, proof: [], with: key).note
        return isWitnessed ? try note.signed(by: Self.witness, atSecondsSince1970: 1_700_000_000) : note
    }

    /// The lines of log.csv for a bundle of some contracts.
    func lines(of contracts: [Int], splitAt sizes: [Int] = []) throws -> [LogLine] {
        var lines: [LogLine] = []
        var next = 0
        func gap(_ end: Int) throws -> [LogLine] {
            try LogLine.subtrees(between: next..<end, splitAt: sizes).map { subtree in
                .subtree(TreeNode(subtree, stored[subtree] ?? .empty))
            }
        }
        for index in contracts.flatMap({ indexes[$0] }).sorted() {
            lines += try gap(index)
            lines.append(.entry(index, stored[try Subtree(level: 0, index: index)] ?? .empty))
            next = index + 1
        }
        return lines + (try gap(frontier.size))
    }

    /// Puts another journal in place of a contract's, at the same places of the log as far as it goes.
    mutating func rebuild(replacing contract: Int, by journal: ContractJournal) throws {
        let order = indexes.indices.flatMap { contract in indexes[contract].map { ($0, contract) } }
            .sorted { $0.0 < $1.0 }.map(\.1)
        journals[contract] = journal
        indexes = journals.map { _ in [] }
        frontier = Frontier()
        stored = [:]
        for contract in order where indexes[contract].count < journals[contract].entries.count {
            let sealed = journals[contract].entries[indexes[contract].count]
            indexes[contract].append(frontier.size)
            for node in try frontier.append(.leaf(sealed.bytes)) { stored[node.subtree] = node.hash }
        }
    }

    /// The log and its contracts as they were when it had so many entries.
    mutating func cut(to size: Int) throws {
        frontier = try frontier(size)
        for contract in indexes.indices {
            indexes[contract] = indexes[contract].filter { $0 < size }
            journals[contract] = journals[contract].first(indexes[contract].count) ?? journals[contract]
        }
    }

    private static func key(_ byte: UInt8, _ algorithm: VerifierKey.Algorithm) -> SigningKey {
        let name = algorithm == .ed25519 ? "tranche.example/测试" : "witness.example"
        guard let key = try? SigningKey(name: name, algorithm: algorithm, seed: Array(repeating: byte, count: 32))
        else {
            preconditionFailure("no key")
        }
        return key
    }
}

extension Instant {
    var dayOfWriting: CalendarDay { dayInChina ?? .last2031 }
}

extension CalendarDay {
    fileprivate static let last2031: CalendarDay = {
        guard let day = CalendarDay("2031-12-31") else { preconditionFailure("no such day") }
        return day
    }()
}
