import TestSupport

extension DossierMutator {
    /// Changes one value somewhere in the tree, half of the time among the facts: most changed terms no longer add up.
    func change(_ tree: inout JSONTree, under name: String = "", _ random: inout SeededGenerator) {
        if Bool.random(using: &random), case .array(var facts)? = tree["/facts"], !facts.isEmpty {
            let index = Int.random(in: facts.indices, using: &random)
            change(&facts[index], under: "facts", &random)
            tree["/facts"] = .array(facts)
            return
        }
        var left = Int.random(in: 0..<tree.size, using: &random)
        tree = visit(tree, under: name, &left, &random)
    }

    /// Counts `left` down over the values in order and changes the one at 0.
    private func visit(
        _ tree: JSONTree, under name: String, _ left: inout Int, _ random: inout SeededGenerator
    ) -> JSONTree {
        if left == 0 {
            left = -1
            return changed(tree, under: name, &random)
        }
        left -= 1
        switch tree {
        case .object(var members):
            for index in members.indices where left >= 0 {
                members[index].value = visit(members[index].value, under: members[index].name, &left, &random)
            }
            return .object(members)
        case .array(var elements):
            for index in elements.indices where left >= 0 {
                elements[index] = visit(elements[index], under: name, &left, &random)
            }
            return .array(elements)
        default: return tree
        }
    }

    private func changed(_ tree: JSONTree, under name: String, _ random: inout SeededGenerator) -> JSONTree {
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<6: return pool[name]?.randomElement(using: &random) ?? tree
        case 6: return .string(Nasty.strings.randomElement(using: &random) ?? "")
        case 7: return .number(Nasty.numbers.randomElement(using: &random) ?? "0")
        case 8: return pool[names.randomElement(using: &random) ?? ""]?.randomElement(using: &random) ?? .null
        case 9: return [JSONTree.null, true, false, [], [:], [tree], ["x": tree]].randomElement(using: &random) ?? .null
        default: return rearranged(tree, &random)
        }
    }

    /// A member or element less, twice, under another name or at another place; a value written differently.
    private func rearranged(_ tree: JSONTree, _ random: inout SeededGenerator) -> JSONTree {
        switch tree {
        case .object(var members) where !members.isEmpty:
            let index = Int.random(in: members.indices, using: &random)
            let other = Int.random(in: members.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: members.remove(at: index)
            case 1: members[index].name = names.randomElement(using: &random) ?? ""
            case 2: members.swapAt(index, other)
            default: (members[index].value, members[other].value) = (members[other].value, members[index].value)
            }
            return .object(members)
        case .array(var elements) where !elements.isEmpty:
            let index = Int.random(in: elements.indices, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: elements.remove(at: index)
            case 1: elements.insert(elements[index], at: Int.random(in: elements.indices, using: &random))
            default: elements.swapAt(index, Int.random(in: elements.indices, using: &random))
            }
            return .array(elements)
        case .string(let text): return .string(Nasty.variants(of: text).randomElement(using: &random) ?? "")
        case .number(let text): return .number(Nasty.variants(ofNumber: text).randomElement(using: &random) ?? "0")
        default: return .null
        }
    }
}

extension JSONTree {
    /// The number of values, this one included.
    var size: Int { 1 + members.reduce(0) { $0 + $1.value.size } + elements.reduce(0) { $0 + $1.size } }
}
