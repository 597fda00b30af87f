import JSON
import Values

extension DossierReader {
    /// What can be told of terms as a whole. Sums are only drawn where every single value could be read.
    mutating func check(
        _ contract: inout Contract, _ object: JSONValue, schedule: [JSONValue], assessments: [JSONValue], isWhole: Bool
    ) {
        let isAligned = contract.installments.count == schedule.count && contract.assessments.count == assessments.count
        guard isAligned else { return }
        attachAssessments(&contract, schedule)
        attachWithholdings(&contract, schedule)
        checkParts(contract, assessments)
        guard isWhole else { return }
        checkFees(contract, object)
        do throws(Overflow) { try checkSchedule(&contract, object, schedule) } catch {
            report(.overflow, at: object, member: "installments")
        }
    }

    private mutating func attachAssessments(_ contract: inout Contract, _ schedule: [JSONValue]) {
        for (position, installment) in contract.installments.enumerated() {
            guard let assessment = installment.assessedBy, assessment < contract.assessments.count else { continue }
            if contract.assessments[assessment].installment != nil, let place = schedule[position].member("assessedBy") {
                report(.assessmentNamedTwice, at: place, contract.assessments[assessment].id)
            } else {
                contract.assessments[assessment].installment = position
            }
        }
    }

    private mutating func attachWithholdings(_ contract: inout Contract, _ schedule: [JSONValue]) {
        for (position, installment) in contract.installments.enumerated() {
            guard case .withheld(let percentage, let sources) = installment.amount else { continue }
            for source in sources where source < position {
                contract.installments[source].withholdings.append(.init(holdback: position, percentage: percentage))
                let taken = contract.installments[source].withholdings.map(\.percentage.millionths)
                let isTooMuch = taken.contains { $0 > Percentage.hundred.millionths }
                    || taken.reduce(0, &+) > Percentage.hundred.millionths
                guard isTooMuch else { continue }
                let place = schedule[position].descendant(["amount", "withheld", "percent"])
                report(.withheldTooMuch, at: place, contract.installments[source].id)
                break
            }
        }
    }

    private mutating func checkParts(_ contract: Contract, _ places: [JSONValue]) {
        for position in contract.combinationsTooDeep {
            guard let place = places[position].member("combine") else { continue }
            report(.depth, at: place, String(Contract.deepestCombination))
        }
        for (position, assessment) in contract.assessments.enumerated() where assessment.isCombined {
            guard let place = places[position].member("combine") else { continue }
            if contract.dependsOnItself(position) { report(.combineCycle, at: place, assessment.id) }
            guard assessment.parts.count == place.count else { continue }
            let sum = assessment.parts.reduce(Int128(0)) { $0 + $1.weight.inMillionths }
            if sum != 1_000_000 { report(.weightsDiffer, at: place, ExactDecimal(mantissa: sum, scale: 6).description) }
        }
    }

    private mutating func checkFees(_ contract: Contract, _ object: JSONValue) {
        guard !contract.years.isEmpty else { return }
        do throws(Overflow) {
            var sum = Money.zero
            for year in contract.years { try sum += year.fee }
            if sum != contract.price { report(.feesDiffer, at: object, member: "years", "\(sum) ≠ \(contract.price)") }
        } catch {
            report(.overflow, at: object, member: "years")
        }
    }

    private mutating func checkSchedule(
        _ contract: inout Contract, _ object: JSONValue, _ schedule: [JSONValue]
    ) throws(Overflow) {
        var gross = try contract.grossWithoutRemainders()
        guard orderRemainders(&contract, schedule) else { return }
        for position in contract.remainderOrder {
            gross[position] = try contract.remainder(position, gross)
            guard gross[position] < .zero else { continue }
            report(.remainderNegative, at: schedule[position].descendant(["amount", "remainder"]), gross[position].description)
            return
        }
        var sum = Money.zero
        for (position, installment) in contract.installments.enumerated() where !installment.isWithheld {
            try sum += gross[position]
        }
        if !contract.isMetered, sum != contract.price {
            report(.grossDiffers, at: object, member: "installments", "\(sum) ≠ \(contract.price)")
        } else if contract.isMetered, sum > contract.price {
            report(.grossExceeds, at: object, member: "installments", "\(sum) > \(contract.price)")
        }
        contract.keepScheduledGross(gross)
    }

    /// Puts remainders behind those that they depend on; false where one base has two or they wait for one another.
    private mutating func orderRemainders(_ contract: inout Contract, _ schedule: [JSONValue]) -> Bool {
        var bases: [Base] = []
        var isSound = true
        var waiting: [Int] = []
        for (position, installment) in contract.installments.enumerated() {
            guard case .remainder(let base) = installment.amount else { continue }
            if bases.contains(base) {
                report(.remainderTwice, at: schedule[position].descendant(["amount", "remainder"]), installment.id)
                isSound = false
            }
            bases.append(base)
            waiting.append(position)
        }
        guard isSound else { return false }
        while !waiting.isEmpty {
            let ready = waiting.first { one in !waiting.contains { contract.remainder(one, dependsOn: $0) } }
            guard let ready else {
                let place = schedule[waiting[0]].descendant(["amount", "remainder"])
                report(.remainderCycle, at: place, contract.installments[waiting[0]].id)
                return false
            }
            contract.remainderOrder.append(ready)
            waiting.removeAll { $0 == ready }
        }
        return true
    }
}
