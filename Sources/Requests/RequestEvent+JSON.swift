public import JSON
internal import Values

extension RequestEvent {
    /// The event as canonical JSON (RFC 8785), without its name: the payload of its journal entry.
    public func canonicalBytes() -> [UInt8] {
        var members: [String: JSONContent?] = ["request": .text(request)]
        switch step {
        case .submitted(let installment, let claim):
            members = members.merging(claim.members) { $1 }
            members["installment"] = .text(installment)
        case .reconfirmed(let claim): members = members.merging(claim.members) { $1 }
        case .approved(let role): members["role"] = .text(role.rawValue)
        case .rejected(let reason): members["reason"] = .text(reason)
        case .withdrawn(let reason): members["reason"] = reason.map { .text($0) }
        case .stale(let payable): members["payable"] = payable.map { .text($0.description) }
        case .paid(let payment): members["payment"] = .text(payment)
        }
        var output = TextOutput(reservingCapacity: 400)
        output.write(object: members)
        return output.bytes
    }

    /// Reads an event back by its name; nil where the payload is not of that form.
    public init?(name: RequestEventName, _ payload: JSONValue) {
        guard let request = payload.text("request") else { return nil }
        let step: Step?
        switch name {
        case .submitted:
            step = payload.text("installment").flatMap { installment in
                Claim(payload).map { .submitted(installment: installment, $0) }
            }
        case .reconfirmed: step = Claim(payload).map { .reconfirmed($0) }
        case .approved: step = payload.text("role").flatMap(ApprovalRole.init).map { .approved(role: $0) }
        case .rejected: step = payload.text("reason").map { .rejected(reason: $0) }
        case .withdrawn: step = .withdrawn(reason: payload.text("reason"))
        case .stale: step = .stale(payable: payload.text("payable").flatMap { Money($0) })
        case .paid: step = payload.text("payment").map { .paid(payment: $0) }
        }
        guard let step else { return nil }
        self.init(request, step)
    }
}

extension RequestEvent.Claim {
    fileprivate var members: [String: JSONContent?] {
        [
            "amount": .text(amount.description), "asOf": .text(pin.asOf.description),
            "chain": .texts(chain.map(\.rawValue)), "dossier": .text(pin.dossier),
            "payable": .text(pin.payable.description), "statement": .text(pin.statement),
            "version": .integer(pin.version),
        ]
    }

    fileprivate init?(_ payload: JSONValue) {
        guard let amount = payload.text("amount").flatMap({ Money($0) }), let dossier = payload.text("dossier"),
            let statement = payload.text("statement"), let version = payload.member("version")?.integer,
            let payable = payload.text("payable").flatMap({ Money($0) }),
            let asOf = payload.text("asOf").flatMap({ CalendarDay($0) }),
            let names = payload.member("chain")?.elements.map(\.text)
        else { return nil }
        let chain = names.compactMap(ApprovalRole.init)
        guard chain.count == names.count, !chain.isEmpty else { return nil }
        let pin = StatementPin(dossier: dossier, statement: statement, payable: payable, version: version, asOf: asOf)
        self.init(amount: amount, pin: pin, chain: chain)
    }
}
