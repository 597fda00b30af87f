import Values

/// Picks the facts that count on the day asked about, checks what they refer to and gathers them (payable.md, section
/// 4).
struct StandingGatherer {
    /// Something wrong with a fact, by position, and the way to it inside of the fact.
    struct Finding {
        let fact: Int
        let path: [String]
        let code: ProblemCode
        let detail: String
    }

    let contract: Contract
    let facts: [Fact]
    /// Facts with stand-ins for what could not be read: their references count, what they say does not.
    let unread: Set<Int>
    let asOf: CalendarDay
    var findings: [Finding] = []
    var standing: Standing
    var installments: NameIndex
    var assessments: NameIndex

    /// Facts by their id, the first where there are several.
    let positions: [String: Int]

    init(contract: Contract, facts: [Fact], unread: Set<Int>, asOf: CalendarDay) {
        self.contract = contract
        self.facts = facts
        self.unread = unread
        self.asOf = asOf
        positions = facts.contains(where: \.namesAnother) ? Dictionary(firstOf: facts) : [:]
        standing = Standing(terms: contract, ledgers: [], results: [])
        installments = NameIndex([])
        assessments = NameIndex([])
    }

    mutating func find(_ code: ProblemCode, _ fact: Int, _ path: String..., detail: String = "") {
        findings.append(Finding(fact: fact, path: path, code: code, detail: detail))
    }

    mutating func gather() -> Standing {
        let (live, voided) = select(upTo: asOf)
        standing.voided = voided
        takeTerms(live)
        for position in live { take(position) }
        checkReturns(among: live)
        let isComplete = facts.allSatisfy { $0.on <= asOf }
        let lasting = isComplete ? live : select(upTo: .last).live
        checkRounds(among: lasting)
        if live.count < facts.count {
            if !isComplete { checkReturns(among: lasting) }
            checkDormant(among: Set(facts.indices).subtracting(live).sorted())
        }
        return standing
    }

    /// The facts dated by then that are not voided, in order of day and position, and those that are.
    private mutating func select(upTo last: CalendarDay) -> (live: [Int], voided: Set<Int>) {
        var ordered = facts.indices.filter { facts[$0].on <= last }
        let isOrdered = zip(ordered, ordered.dropFirst()).allSatisfy { facts[$0].on <= facts[$1].on }
        if !isOrdered { ordered.sort { (facts[$0].on, $0) < (facts[$1].on, $1) } }
        guard ordered.contains(where: { facts[$0].kind.name == .voided }) else { return (ordered, []) }
        var voids = VoidedFacts(facts, positions, among: ordered)
        let voided = voids.resolve()
        for position in voids.circular where !findings.contains(where: { $0.code == .voidCycle && $0.fact == position })
        {
            find(.voidCycle, position, "fact", detail: facts[position].id)
        }
        return (ordered.filter { !voided.contains($0) }, voided)
    }

    private mutating func takeTerms(_ live: [Int]) {
        for position in live {
            guard case .amended(let terms) = facts[position].kind else { continue }
            standing.terms = terms
            standing.termsFact = position
        }
        stand(under: standing.terms)
    }

    private mutating func stand(under terms: Contract) {
        standing.terms = terms
        installments = NameIndex(terms.installments.map(\.id))
        assessments = NameIndex(terms.assessments.map(\.id))
        standing.ledgers = Array(repeating: .init(), count: terms.installments.count)
        standing.results = Array(repeating: .init(), count: terms.assessments.count)
    }

    /// Facts that do not count (yet, or no more) must still speak of something that some version of the terms knows.
    private mutating func checkDormant(among dormant: [Int]) {
        var versions = [standing.terms, contract]
        for fact in facts { if case .amended(let terms) = fact.kind { versions.append(terms) } }
        var trials = versions.map { terms in
            var trial = self
            trial.findings = []
            trial.stand(under: terms)
            return trial
        }
        for position in dormant {
            var first: [Finding]?
            for version in trials.indices {
                trials[version].findings = []
                trials[version].take(position)
                first = first ?? trials[version].findings
                if trials[version].findings.isEmpty {
                    first = []
                    break
                }
            }
            findings += first ?? []
        }
    }
}

extension Fact {
    /// Whether it speaks of another fact by its id.
    fileprivate var namesAnother: Bool {
        switch kind {
        case .voided, .returned(_, _, _?): true
        default: false
        }
    }
}

extension [String: Int] {
    fileprivate init(firstOf facts: [Fact]) {
        self.init(zip(facts.map(\.id), facts.indices), uniquingKeysWith: { first, _ in first })
    }
}
