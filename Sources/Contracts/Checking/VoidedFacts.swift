/// Which facts are voided. What is voided never happened, so a voided `voided` restores what it named, whatever the
/// order in which they were recorded.
struct VoidedFacts {
    /// The fact that each void names, by position.
    private var targets: [Int: Int] = [:]
    /// How many voids that name a void are not decided yet.
    private var undecided: [Int: Int] = [:]
    /// Voids that void one another in a circle: nothing decides them.
    private(set) var circular: [Int] = []

    /// `positions` finds facts by their id; `selected` are those that are looked at.
    init(_ facts: [Fact], _ positions: [String: Int], among selected: [Int]) {
        for position in selected {
            guard case .voided(let name, _) = facts[position].kind, let target = positions[name], target != position
            else { continue }
            targets[position] = target
            undecided[target, default: 0] += 1
        }
    }

    /// Decides first the voids that none names, then those that only decided ones name, and so on.
    mutating func resolve() -> Set<Int> {
        var voided: Set<Int> = []
        var ready = targets.keys.filter { undecided[$0] == nil }
        var open = Set(targets.keys)
        while let position = ready.popLast() {
            open.remove(position)
            guard let target = targets[position] else { continue }
            if !voided.contains(position) { voided.insert(target) }
            undecided[target, default: 0] -= 1
            if undecided[target] == 0, targets[target] != nil { ready.append(target) }
        }
        circular = open.sorted()
        return voided
    }
}
