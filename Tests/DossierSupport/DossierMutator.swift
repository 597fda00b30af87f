import TestSupport

/// Makes broken, strange and merely different dossiers out of good ones; the n-th of a seed is always the same.
public struct DossierMutator: Sendable {
    let trees: [JSONTree]
    let texts: [[UInt8]]
    /// The values that stand under each name in the good dossiers.
    let pool: [String: [JSONTree]]
    let names: [String]
    private let seed: UInt64

    /// Starts from the golden dossiers and both Meishan contracts.
    public init(seed: UInt64) {
        self.seed = seed
        trees = [Cases.tianfu, Cases.hotline] + Cases.golden.map(\.dossier)
        texts = trees.map(\.bytes)
        var pool: [String: [JSONTree]] = [:]
        for tree in trees { Self.gather(tree, under: "", into: &pool) }
        self.pool = pool
        names = pool.keys.sorted()
    }

    private static func gather(_ tree: JSONTree, under name: String, into pool: inout [String: [JSONTree]]) {
        // A few hundred of each name show all there is.
        if pool[name, default: []].count < 300 { pool[name, default: []].append(tree) }
        for member in tree.members { gather(member.value, under: member.name, into: &pool) }
        for element in tree.elements { gather(element, under: name, into: &pool) }
    }

    /// The dossier of that number.
    public func dossier(_ number: Int) -> [UInt8] {
        var random = SeededGenerator(seed: seed &+ UInt64(number) &* 0xD134_2543_DE82_EF95)
        let start = Int.random(in: trees.indices, using: &random)
        let changes = [1, 1, 1, 2, 3, 4].randomElement(using: &random) ?? 1
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<7:
            var tree = trees[start]
            for _ in 0..<changes { change(&tree, &random) }
            return tree.bytes
        case 7:
            var tree = trees[start]
            change(&tree, &random)
            return damaged(tree.bytes, &random)
        default:
            var bytes = texts[start]
            for _ in 0..<changes { bytes = damaged(bytes, &random) }
            return bytes
        }
    }

    /// Bytes that are flipped, cut, doubled, overwritten, or go on as another dossier does.
    private func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        guard !bytes.isEmpty else { return [UInt8.random(in: .min ... .max, using: &random)] }
        var bytes = bytes
        let place = Int.random(in: bytes.indices, using: &random)
        let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
        switch Int.random(in: 0..<7, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        case 2: bytes.removeSubrange(place..<end)
        case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 4: bytes.removeLast(bytes.count - place)
        case 5: bytes.insert(contentsOf: Nasty.bytes.randomElement(using: &random) ?? [], at: place)
        default:
            let other = texts[Int.random(in: texts.indices, using: &random)]
            bytes = Array(bytes[..<place] + other[min(place, other.count)...])
        }
        return bytes
    }
}
