import DossierSupport
import JSON
import TestSupport
import Testing
import Values

@testable import Contracts

/// What is read of a dossier and then of the facts behind it is what reading the whole gives.
struct ExtendingTests {
    /// Golden dossiers with voids, amendments, repeated names and broken facts thrown in, cut anywhere.
    @Test func aDossierReadInPiecesIsTheOneReadAsAWhole() throws {
        var random = SeededGenerator(named: "ExtendingTests")
        var seen = (same: 0, refused: 0, voided: 0, amended: 0)
        let cases = [Cases.tianfu, Cases.hotline] + Cases.golden.map(\.dossier)
        for dossier in cases {
            for _ in 0..<12 {
                let pieces = Pieces(of: dossier, &random)
                guard let start = read(pieces.start) else { continue }
                let whole = read(pieces.whole)
                var parser = JSONParser()
                let asOf = try #require(CalendarDay(pieces.asOf))
                let extended = start.extended(by: pieces.further.map(\.bytes), asOf: asOf, with: &parser)
                expectSame(extended, whole, pieces.whole)
                seen.same += whole == nil ? 0 : 1
                seen.refused += whole == nil ? 1 : 0
                seen.voided += whole?.standing.voided.isEmpty ?? true ? 0 : 1
                seen.amended += whole?.standing.termsFact == nil ? 0 : 1
            }
        }
        #expect(seen.same > 300 && seen.refused > 100 && seen.voided > 30 && seen.amended > 20, "\(seen)")
    }

    /// Many changes of every kind: what was right stays right, what is wrong is left to whoever reads the whole.
    @Test func mutatedDossiersReadInPiecesAreThoseReadAsAWhole() throws {
        let mutator = DossierMutator(seed: RunSeed.printed())
        var random = SeededGenerator(named: "ExtendingTests.mutated")
        var same = 0
        for number in 0..<3000 {
            let bytes = mutator.dossier(number)
            guard let tree = try? JSONTree(parsing: bytes), let text = tree["/asOf"]?.string,
                let asOf = CalendarDay(text), case .array(let facts)? = tree["/facts"]
            else { continue }
            let cut = Int.random(in: 0...facts.count, using: &random)
            guard let start = read(tree.with("/facts", .array(Array(facts.prefix(cut))))) else { continue }
            var parser = JSONParser()
            let extended = start.extended(by: facts.dropFirst(cut).map(\.bytes), asOf: asOf, with: &parser)
            let whole = read(tree)
            expectSame(extended, whole, tree)
            if whole != nil { same += 1 }
        }
        #expect(same > 100)
    }

    /// JSON may be nested 64 deep: a fact alone may not be deeper than it may be in its dossier.
    @Test func whatIsNestedTooDeepIsNotRead() throws {
        let dossier = try #require(read(Cases.hotline))
        let note = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        let fact = #"{"id":"deep","kind":"event","event":"meeting","on":"2022-09-01","note":\#(note)}"#
        var parser = JSONParser()
        #expect(dossier.extended(by: [Array(fact.utf8)], asOf: dossier.asOf, with: &parser) == nil)
        let broken = #"{"id":"x","kind":"event","event":"meeting","on":"2022-09-01"}]}"#
        #expect(dossier.extended(by: [Array(broken.utf8)], asOf: dossier.asOf, with: &parser) == nil)
        let two = #"{"id":"x","kind":"event","event":"m","on":"2022-09-01"},{"id":"y","kind":"event","event":"m","on":"2022-09-01"}"#
        #expect(dossier.extended(by: [Array(two.utf8)], asOf: dossier.asOf, with: &parser) == nil)
    }

    private func read(_ tree: JSONTree) -> Dossier? { try? Dossier.read(tree.bytes) }

    private func expectSame(_ extended: Dossier?, _ whole: Dossier?, _ tree: JSONTree) {
        #expect((extended == nil) == (whole == nil), "\(tree.text)")
        guard let extended, let whole else { return }
        #expect(extended.contract == whole.contract && extended.facts == whole.facts, "\(tree.text)")
        #expect(extended.asOf == whole.asOf && extended.calendar == whole.calendar, "\(tree.text)")
        #expect(extended.standing == whole.standing, "\(tree.text)")
    }
}

extension JSONTree {
    fileprivate func with(_ pointer: String, _ value: JSONTree) -> JSONTree {
        var changed = self
        changed[pointer] = value
        return changed
    }
}

/// A dossier with facts thrown in, cut in two.
private struct Pieces {
    let start: JSONTree
    let further: [JSONTree]
    let whole: JSONTree
    let asOf: String

    init(of dossier: JSONTree, _ random: inout SeededGenerator) {
        var facts = dossier["/facts"]?.elements ?? []
        for number in 0..<Int.random(in: 0...3, using: &random) {
            let fact = Self.fact("x\(number)", in: dossier, facts, &random)
            facts.insert(fact, at: Int.random(in: (facts.count / 2)...facts.count, using: &random))
        }
        let days = facts.compactMap { $0["/on"]?.string } + ["2020-01-01", "2099-12-31"]
        let given = dossier["/asOf"]?.string ?? "2026-01-01"
        asOf = Bool.random(using: &random) ? given : days.randomElement(using: &random) ?? given
        let cut = Int.random(in: 0...facts.count, using: &random)
        further = Array(facts.dropFirst(cut))
        whole = dossier.with("/facts", .array(facts)).with("/asOf", .string(asOf))
        start = dossier.with("/facts", .array(Array(facts.prefix(cut))))
            .with("/asOf", .string(days.randomElement(using: &random) ?? given))
    }

    /// A fact that voids another, amends the terms, repeats an id or makes no sense.
    private static func fact(
        _ id: String, in dossier: JSONTree, _ facts: [JSONTree], _ random: inout SeededGenerator
    ) -> JSONTree {
        let on = facts.randomElement(using: &random)?["/on"]?.string ?? "2026-01-01"
        func object(_ kind: String, _ members: [JSONTree.Member]) -> JSONTree {
            .object(
                [.init("id", .string(id)), .init("kind", .string(kind)), .init("on", .string(on))] + members)
        }
        let other = facts.randomElement(using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4:
            let name = other?["/id"]?.string ?? id
            return object("voided", [.init("fact", .string(name)), .init("reason", .string("R"))])
        case 4..<6: return object("amended", [.init("contract", dossier["/contract"] ?? .null)])
        case 6:
            let installments = dossier["/contract/installments"]?.elements ?? []
            let terms = dossier["/contract"]?.with("/installments", .array(Array(installments.dropLast())))
            return object("amended", [.init("contract", terms ?? .null)])
        case 7: return object("event", [.init("event", .string("something"))])
        case 8: return other ?? object("event", [])
        default: return other?.with("/id", .string(id)) ?? .null
        }
    }
}
