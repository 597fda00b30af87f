import JSON
import Values

extension DossierReader {
    private static let commonFactNames: [StaticString] = [
        "id", "kind", "on", "document", "note", "recordedAt", "recordedBy",
    ]
    private static let factNames: [FactKind: [StaticString]] = {
        let own: [FactKind: [StaticString]] = [
            .event: ["event", "count"],
            .invoice: ["installment", "number", "amount"],
            .usage: ["installment", "item", "quantity"],
            .assessment: ["assessment", "score", "incidents", "failed", "vetoed", "round"],
            .rectificationWaived: ["assessment"],
            .ruling: ["assessment", "deduction", "reason"],
            .objection: ["objection"],
            .objectionResolved: ["objection"],
            .paid: ["installment", "amount", "voucher", "fundSource"],
            .returned: ["installment", "amount", "payment"],
            .amended: ["contract"],
            .terminated: ["reason"],
            .voided: ["fact", "reason"],
        ]
        return own.mapValues { commonFactNames + $0 }
    }()

    /// One fact (payable.md 2.4), right in itself; whether its references hold is checked with the terms in force.
    /// What cannot be read gets a stand-in, so that its references are still checked; without a reference it is nil.
    mutating func fact(_ value: JSONValue) -> Fact? {
        guard value.kind == .object else {
            report(.wrongType, at: value, "object")
            return nil
        }
        let kindValue = required(value, "kind")
        guard let kindName = choice(kindValue, FactKind.self) else { return nil }
        guard let object = object(value, Self.factNames[kindName] ?? []) else { return nil }
        let id = identifier(required(object, "id")) ?? ""
        let on = day(required(object, "on"))
        let kind = kind(kindName, object)
        let document =
            kindName == .ruling ? words(required(object, "document")) : object.member("document").flatMap { words($0) }
        let note = object.member("note").flatMap { words($0) }
        let recordedAt = object.member("recordedAt").flatMap { instant($0) }
        let recordedBy = object.member("recordedBy").flatMap { words($0) }
        guard let kind else { return nil }
        return Fact(
            id: id, on: on ?? .first, kind: kind, document: document, note: note, recordedAt: recordedAt,
            recordedBy: recordedBy)
    }

    private mutating func kind(_ name: FactKind, _ object: JSONValue) -> Fact.Kind? {
        switch name {
        case .event: event(object)
        case .invoice: invoice(object)
        case .usage: usage(object)
        case .assessment: result(object).map { .assessment($0) }
        case .rectificationWaived:
            identifier(required(object, "assessment")).map { .rectificationWaived(assessment: $0) }
        case .ruling: ruling(object)
        case .objection: identifier(required(object, "objection")).map { .objection($0) }
        case .objectionResolved: identifier(required(object, "objection")).map { .objectionResolved($0) }
        case .paid: paid(object)
        case .returned: returned(object)
        case .amended: contract(required(object, "contract")).map { .amended($0) }
        case .terminated: .terminated(reason: words(required(object, "reason")) ?? "")
        case .voided: voided(object)
        }
    }

    private mutating func event(_ object: JSONValue) -> Fact.Kind? {
        let name = identifier(required(object, "event"))
        let count = object.member("count").flatMap { integer($0, 1...1_000_000_000) } ?? 1
        return name.map { .event($0, count: count) }
    }

    private mutating func invoice(_ object: JSONValue) -> Fact.Kind? {
        let installment = identifier(required(object, "installment"))
        let number = words(required(object, "number")) ?? ""
        let amount = money(required(object, "amount")) ?? .zero
        return installment.map { .invoice(installment: $0, number: number, amount: amount) }
    }

    private mutating func usage(_ object: JSONValue) -> Fact.Kind? {
        let installment = identifier(required(object, "installment"))
        let item = identifier(required(object, "item"))
        let quantity = quantity(required(object, "quantity")) ?? .zero
        guard let installment, let item else { return nil }
        return .usage(installment: installment, item: item, quantity: quantity)
    }

    private mutating func ruling(_ object: JSONValue) -> Fact.Kind? {
        let assessment = identifier(required(object, "assessment"))
        let deduction = amount(required(object, "deduction")) ?? .zero
        let reason = words(required(object, "reason")) ?? ""
        return assessment.map { .ruling(assessment: $0, deduction: deduction, reason: reason) }
    }

    private mutating func paid(_ object: JSONValue) -> Fact.Kind? {
        let installment = identifier(required(object, "installment"))
        let amount = positiveAmount(required(object, "amount")) ?? .zero
        let voucher = object.member("voucher").flatMap { words($0) }
        let fundSource = object.member("fundSource").flatMap { words($0) }
        return installment.map { .paid(installment: $0, amount: amount, voucher: voucher, fundSource: fundSource) }
    }

    private mutating func returned(_ object: JSONValue) -> Fact.Kind? {
        let installment = identifier(required(object, "installment"))
        let amount = positiveAmount(required(object, "amount")) ?? .zero
        let payment = object.member("payment").flatMap { identifier($0) }
        return installment.map { .returned(installment: $0, amount: amount, payment: payment) }
    }

    private mutating func voided(_ object: JSONValue) -> Fact.Kind? {
        let fact = identifier(required(object, "fact"))
        let reason = words(required(object, "reason")) ?? ""
        return fact.map { .voided(fact: $0, reason: reason) }
    }

    private mutating func result(_ object: JSONValue) -> AssessmentResult? {
        let assessment = identifier(required(object, "assessment"))
        var score: RecordedScore?
        if let form = alternative(object, ["score", "incidents"]) {
            score =
                form.name.description == "score"
                ? self.score(form.value).map { .score($0) } : incidents(form.value).map { .incidents($0) }
        }
        let failed = identifiers(object.member("failed"))
        let vetoed = identifiers(object.member("vetoed"))
        let round = object.member("round").flatMap { integer($0, 1...1000) } ?? 1
        return assessment.map {
            AssessmentResult(
                assessment: $0, score: score ?? .score(.highest), failed: failed, vetoed: vetoed, round: round)
        }
    }

    private mutating func incidents(_ value: JSONValue) -> [RecordedScore.Incidents]? {
        guard value.kind == .object else {
            report(.wrongType, at: value, "object")
            return nil
        }
        return value.members.compactMap { member in
            integer(member.value, 0...1_000_000).map { .init(criterion: member.name.text, count: $0) }
        }
    }
}
