import Values

extension StandingGatherer {
    /// Checks one fact against the terms in force and adds it to what stands.
    mutating func take(_ position: Int) {
        let fact = facts[position]
        switch fact.kind {
        case .event(let name, let count):
            standing.events.append(.init(name: name, on: fact.on, count: count, fact: position))
        case .invoice(let id, _, let amount):
            guard let installment = installment(id, position) else { return }
            standing.ledgers[installment].invoices.append(.init(on: fact.on, amount: amount, fact: position))
        case .usage(let id, let item, let quantity): takeUsage(id, item, quantity, position)
        case .assessment(let result): takeResult(result, position)
        case .rectificationWaived(let id):
            guard let assessment = assessment(id, position) else { return }
            standing.results[assessment].waiver = position
        case .ruling(let id, let deduction, _):
            guard let assessment = assessment(id, position) else { return }
            standing.results[assessment].ruling = .init(deduction: deduction, fact: position)
        case .objection(let name): takeObjection(name) { $0.raised += 1 }
        case .objectionResolved(let name):
            takeObjection(name) {
                $0.resolved += 1
                $0.lastResolvedOn = fact.on
            }
        case .paid(let id, let amount, _, _): takePayment(id, amount, position)
        case .returned(let id, let amount, let payment):
            // A return of 0 or less is reported already; the least amount has no opposite.
            takePayment(id, Money(fen: -max(0, amount.fen)), position)
            if let payment { checkPayment(payment, of: id, position) }
        case .amended: return
        case .terminated:
            if standing.termination == nil { standing.termination = .init(on: fact.on, fact: position) }
        case .voided(let name, _):
            if name == fact.id || positions[name] == nil {
                find(.unknownFact, position, "fact", detail: name)
            }
        }
    }

    private mutating func installment(_ id: String, _ position: Int) -> Int? {
        if let installment = installments[id] { return installment }
        find(.unknownInstallment, position, "installment", detail: id)
        return nil
    }

    private mutating func assessment(_ id: String, _ position: Int) -> Int? {
        if let assessment = assessments[id] { return assessment }
        find(.unknownAssessment, position, "assessment", detail: id)
        return nil
    }

    private mutating func takePayment(_ id: String, _ amount: Money, _ position: Int) {
        guard let installment = installment(id, position) else { return }
        standing.ledgers[installment].payments.append(.init(on: facts[position].on, amount: amount, fact: position))
        do throws(Overflow) { try standing.ledgers[installment].paid += amount } catch {
            find(.overflow, position, "amount")
        }
    }

    private mutating func takeUsage(_ id: String, _ item: String, _ quantity: ExactDecimal, _ position: Int) {
        guard let installment = installment(id, position) else { return }
        guard case .metered(let metering) = standing.terms.installments[installment].amount else {
            return find(.notMetered, position, "installment", detail: id)
        }
        guard let price = metering.unitPrices.first(where: { $0.item == item })?.price else {
            return find(.unknownItem, position, "item", detail: item)
        }
        guard metering.period.contains(facts[position].on) else { return }
        do throws(Overflow) {
            let amount = try Money(fen: 100).share(.hundred, times: quantity.times(price))
            standing.ledgers[installment].usages.append(.init(on: facts[position].on, amount: amount, fact: position))
        } catch {
            find(.overflow, position, "quantity")
        }
    }

    private mutating func takeObjection(_ name: String, _ change: (inout Standing.Objection) -> Void) {
        var place = standing.objections.firstIndex { $0.name == name }
        if place == nil {
            place = standing.objections.endIndex
            standing.objections.append(.init(name: name))
        }
        if let place { change(&standing.objections[place]) }
    }

    private mutating func checkPayment(_ payment: String, of installment: String, _ position: Int) {
        guard let paid = positions[payment].map({ facts[$0] }) else {
            return find(.unknownFact, position, "payment", detail: payment)
        }
        guard case .paid(installment, _, _, _) = paid.kind else {
            return find(.notAPayment, position, "payment", detail: payment)
        }
    }
}
