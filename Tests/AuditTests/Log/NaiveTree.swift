import TestSupport

@testable import Audit

/// The definitions of RFC 9162, 2.1, word for word and slow: what the log is compared with.
struct NaiveTree {
    let leaves: [TreeHash]

    init(leaves: [TreeHash]) { self.leaves = leaves }

    init(_ entries: [[UInt8]]) { leaves = entries.map { .leaf($0) } }

    /// Entries at random.
    init(count: Int, _ random: inout SeededGenerator) {
        self.init(
            (0..<count).map { _ in
                (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    UInt8.random(in: .min ... .max, using: &random)
                }
            })
    }

    func root(_ size: Int) -> TreeHash { root(leaves[..<size]) }
    func inclusion(_ index: Int, _ size: Int) -> [TreeHash] { path(index, leaves[..<size]) }
    func consistency(_ first: Int, _ second: Int) -> [TreeHash] {
        first == 0 ? [] : subproof(first, leaves[..<second], isWhole: true)
    }

    private func root(_ part: ArraySlice<TreeHash>) -> TreeHash {
        guard part.count > 1 else { return part.first ?? .empty }
        let (left, right) = cut(part)
        return .node(root(left), root(right))
    }

    private func path(_ index: Int, _ part: ArraySlice<TreeHash>) -> [TreeHash] {
        guard part.count > 1 else { return [] }
        let (left, right) = cut(part)
        return index < left.count
            ? path(index, left) + [root(right)] : path(index - left.count, right) + [root(left)]
    }

    private func subproof(_ size: Int, _ part: ArraySlice<TreeHash>, isWhole: Bool) -> [TreeHash] {
        if size == part.count { return isWhole ? [] : [root(part)] }
        let (left, right) = cut(part)
        return size <= left.count
            ? subproof(size, left, isWhole: isWhole) + [root(right)]
            : subproof(size - left.count, right, isWhole: false) + [root(left)]
    }

    private func cut(_ part: ArraySlice<TreeHash>) -> (ArraySlice<TreeHash>, ArraySlice<TreeHash>) {
        var power = 1
        while power * 2 < part.count { power *= 2 }
        return (part.prefix(power), part.dropFirst(power))
    }
}

extension Frontier {
    /// The log of some leaves, and all subtrees that were reported on the way.
    static func of(_ leaves: some Sequence<TreeHash>) throws -> (frontier: Frontier, stored: [Subtree: TreeHash]) {
        var frontier = Frontier()
        var stored: [Subtree: TreeHash] = [:]
        for leaf in leaves {
            for node in try frontier.append(leaf) { stored[node.subtree] = node.hash }
        }
        return (frontier, stored)
    }
}
