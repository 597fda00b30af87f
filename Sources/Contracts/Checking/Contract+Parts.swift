import Values

extension ExactDecimal {
    /// A weight has at most six decimals, so this is whole.
    var inMillionths: Int128 { scale <= 6 ? (scale..<6).reduce(mantissa) { value, _ in value * 10 } : 0 }
}

extension Contract {
    /// How many levels of combinations may stand on one another; whoever walks down the parts relies on it.
    static let deepestCombination = 16

    /// The combinations that are one level too high above their parts. What stands higher still, or on a circle, is
    /// not named.
    var combinationsTooDeep: [Int] {
        guard assessments.contains(where: \.isCombined) else { return [] }
        func height(of parts: [Assessment.Part], in heights: [Int]) -> Int {
            parts.reduce(0) { max($0, $1.assessment < heights.count ? heights[$1.assessment] : 0) }
        }
        var heights = assessments.map { _ in 0 }
        for _ in 0...Self.deepestCombination {
            heights = assessments.map { $0.isCombined ? 1 + height(of: $0.parts, in: heights) : 0 }
        }
        return assessments.indices.filter {
            heights[$0] > Self.deepestCombination
                && height(of: assessments[$0].parts, in: heights) == Self.deepestCombination
        }
    }

    /// Whether a combined assessment is a part of itself, at whatever remove.
    func dependsOnItself(_ position: Int) -> Bool {
        var seen: Set<Int> = []
        var waiting = assessments[position].parts.map(\.assessment)
        while let next = waiting.popLast() {
            if next == position { return true }
            guard next < assessments.count, seen.insert(next).inserted else { continue }
            waiting += assessments[next].parts.map(\.assessment)
        }
        return false
    }

    /// The assessment and every combined one that it is part of, at whatever remove.
    public func assessmentAndItsCombinations(_ position: Int) -> [Int] {
        var found = [position]
        var next = 0
        while next < found.count {
            let part = found[next]
            next += 1
            for (index, assessment) in assessments.enumerated() where !found.contains(index) {
                if assessment.parts.contains(where: { $0.assessment == part }) { found.append(index) }
            }
        }
        return found
    }
}
