internal import JSON
internal import Operations
internal import Requests
internal import Serving
internal import Storage
internal import Values

extension TextOutput {
    mutating func write(_ answer: RequestAnswer) {
        let request = answer.request
        write("{\"id\":")
        write(jsonString: request.id)
        write(",\"contract\":")
        write(jsonString: answer.contract)
        write(",\"installment\":")
        write(jsonString: request.installment)
        write(",\"currency\":\"CNY\",\"amount\":")
        write(quoted: request.claim.amount)
        write(",\"paid\":")
        write(quoted: request.paid)
        write(",\"held\":")
        write(quoted: request.held)
        write(",\"state\":")
        write(jsonString: request.state.rawValue)
        write(",\"waitsFor\":")
        write(optionalString: request.waitsFor?.name)
        write(",\"round\":")
        write(request.round)
        write(",\"requestedBy\":")
        write(jsonString: request.requestedBy)
        write(",\"requestedAt\":")
        write(jsonString: request.requestedAt.description)
        write(",\"chain\":")
        write(strings: request.claim.chain.map(\.rawValue))
        write(",\"statement\":")
        write(request.claim.pin)
        write(",\"payments\":")
        write(strings: request.payments)
        write(",\"steps\":")
        write(list: request.steps) { $0.write($1) }
        write("}")
    }

    private mutating func write(_ pin: StatementPin) {
        write(object: [
            "asOf": .text(pin.asOf.description), "version": .integer(pin.version),
            "payable": .text(pin.payable.description), "dossierHash": .text(pin.dossier),
            "statementHash": .text(pin.statement),
        ])
    }

    private mutating func write(_ step: RecordedStep) {
        var members: [String: JSONContent?] = [
            "entry": .integer(step.entry), "step": .text(step.event.name.rawValue), "by": .text(step.by),
            "at": .text(step.at.description),
        ]
        switch step.event.step {
        case .submitted(_, let claim), .reconfirmed(let claim): members["amount"] = .text(claim.amount.description)
        case .approved(let role): members["role"] = .text(role.rawValue)
        case .rejected(let reason): members["reason"] = .text(reason)
        case .withdrawn(let reason): members["reason"] = reason.map { .text($0) }
        case .stale(let payable): members["payable"] = payable.map { .text($0.description) }
        case .paid(let payment): members["payment"] = .text(payment)
        }
        write(object: members)
    }

    mutating func write(_ request: ListedRequest) {
        write("{\"id\":")
        write(jsonString: request.id)
        write(",\"contract\":")
        write(jsonString: request.contract)
        write(",\"title\":")
        write(jsonString: request.title)
        write(",\"supplier\":")
        write(jsonString: request.supplier)
        write(",\"installment\":")
        write(jsonString: request.installment)
        write(",\"label\":")
        write(optionalString: request.label)
        write(",\"currency\":\"CNY\",\"amount\":")
        write(quoted: request.amount)
        write(",\"paid\":")
        write(quoted: request.paid)
        write(",\"state\":")
        write(jsonString: request.state)
        write(",\"waitsFor\":")
        write(optionalString: request.waitsFor)
        write(",\"requestedBy\":")
        write(jsonString: request.requestedBy)
        write(",\"requestedAt\":")
        write(jsonString: request.requestedAt.description)
        write("}")
    }

    mutating func write(_ answer: PaymentAnswer) {
        write("{\"payment\":")
        write(jsonString: answer.payment)
        write(",\"return\":")
        write(optionalString: answer.returned)
        write(",\"request\":")
        write(answer.request)
        write("}")
    }
}
