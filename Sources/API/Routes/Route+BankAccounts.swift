internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// Suppliers' bank accounts: changed by two people, in force after a cooling time.
    static let bankAccounts = [listBankAccounts, proposeBankAccount, decideBankAccount]

    private static let supplier = Parameter.path("name", .text(1...200), "The supplier's name.")

    private static let listBankAccounts = Route(
        method: .get, path: "/api/v1/suppliers/{name}/bank-accounts",
        summary: "The bank accounts of a supplier: which is in force, which are to come, and all changes.",
        tag: .suppliers, access: .permission(.readContracts), parameters: [supplier],
        answers: [
            Success(
                status: .ok, description: "One history for each department that one may see.",
                content: .json(.object([.required("histories", .array(.reference(.bankAccountHistory)))])))
        ]
    ) { call in
        let histories = try await call.workspace.bankAccounts(of: call.path[0], by: try call.caller())
        let now = call.workspace.now
        return Answer.json { output in
            output.write("{\"histories\":")
            output.write(list: histories) { $0.write($1, at: now) }
            output.write("}")
        }
    }

    private static let proposeBankAccount = Route(
        method: .post, path: "/api/v1/suppliers/{name}/bank-accounts",
        summary: "Proposes a bank account; a second person confirms it.", tag: .suppliers,
        access: .permission(.proposeBankAccounts), parameters: [supplier, .idempotencyKey],
        body: .json(
            .object([
                .required("holder", .text(1...200)), .required("bank", .text(1...200)),
                .required("number", .text(6...80), "Digits, with spaces or hyphens."),
                .required("reason", .text(1...600)), .confirmation,
            ])),
        answers: [
            Success(
                status: .created, description: "The proposal.", content: .json(.reference(.bankAccountChange)),
                fields: [.idempotentReplayed])
        ],
        refusals: [.conflict]
    ) { call in
        let (body, proof) = try call.jsonAndProof()
        let (account, reason) = try call.object(body) { reader in
            let account = BankAccount(
                holder: reader.text("holder"), bank: reader.text("bank"), number: reader.text("number"))
            return (account, reader.text("reason"))
        }
        let answer = try await call.workspace.proposeBankAccount(
            account, of: call.path[0], reason: reason, idempotencyKey: try call.idempotencyKey(),
            proof: proof, by: try call.caller())
        return Answer.json(.created) { $0.write(answer.change, at: answer.change.lastActAt) }
            .replayed(answer.isReplayed)
    }

    private static let decideBankAccount = Route(
        method: .post, path: "/api/v1/bank-account-changes/{id}/decisions",
        summary: "Confirms, rejects or withdraws a proposed bank account.", tag: .suppliers,
        access: .permission(.readContracts),
        parameters: [.path("id", .integer(), "Id of the change."), .idempotencyKey],
        body: .json(
            .object([
                .required("decision", .choice(of: BankAccountDecision.self)),
                .optional("reason", .text(1...600), "Of a rejection it must be there."), .confirmation,
            ])),
        answers: [
            Success(
                status: .ok, description: "The change after it.", content: .json(.reference(.bankAccountChange)),
                fields: [.idempotentReplayed])
        ],
        refusals: [.notFound, .conflict]
    ) { call in
        let (body, proof) = try call.jsonAndProof()
        let (decision, reason) = try call.object(body) { reader in
            (
                reader.choice("decision", of: BankAccountDecision.self) ?? .withdrawn,
                reader.optionalText("reason") ?? ""
            )
        }
        guard let id = Int64(call.path[0]) else { throw OperationError.bankAccount(.unknownProposal) }
        let answer = try await call.workspace.decideBankAccount(
            id, decision, reason: reason, idempotencyKey: try call.idempotencyKey(), proof: proof,
            by: try call.caller())
        return Answer.json { $0.write(answer.change, at: answer.change.lastActAt) }.replayed(answer.isReplayed)
    }
}

extension TextOutput {
    fileprivate mutating func write(_ history: BankAccountHistory, at moment: Instant) {
        write("{\"department\":")
        write(jsonString: history.department.name)
        write(",\"supplier\":")
        write(jsonString: history.supplier)
        write(",\"inForce\":")
        if let change = history.inForce(at: moment) { write(change, at: moment) } else { write("null") }
        write(",\"changes\":")
        write(list: history.changes) { $0.write($1, at: moment) }
        write("}")
    }

    fileprivate mutating func write(_ change: BankAccountChange, at moment: Instant) {
        let state = change.state(at: moment) ?? .open
        write(object: [
            "id": .integer(Int(change.id)), "holder": .text(change.account.holder), "bank": .text(change.account.bank),
            "number": .text(change.account.number), "reason": .text(change.reason),
            "proposedBy": .text(change.proposedBy), "proposedAt": .text(change.proposedAt.description),
            "state": .text(state.name), "effectiveAt": state.moment.map { .text($0.description) },
        ])
    }
}

extension BankAccountChange {
    /// When the act that is answered was done: the same command later gets the same answer.
    fileprivate var lastActAt: Instant { decisions.last?.at ?? proposedAt }
}

extension BankAccountState {
    fileprivate var name: String {
        switch self {
        case .open: "open"
        case .cooling: "cooling"
        case .effective: "effective"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        }
    }

    fileprivate var moment: Instant? {
        switch self {
        case .cooling(let moment), .effective(let moment): moment
        case .open, .rejected, .withdrawn: nil
        }
    }
}

extension Schema.Component {
    static let bankAccountChange = Schema.Component(
        name: "BankAccountChange", description: "A proposed bank account and what became of it.",
        schema: .object([
            .required("id", .integer()), .required("holder", .text()), .required("bank", .text()),
            .required("number", .text(), "Masked but for four digits for whoever does not work with it."),
            .required("reason", .text()), .required("proposedBy", .text()), .required("proposedAt", .instant),
            .required("state", .choice(["open", "cooling", "effective", "rejected", "withdrawn"])),
            .optional("effectiveAt", .instant, "From when it is, or will be, in force."),
        ]))

    static let bankAccountHistory = Schema.Component(
        name: "BankAccountHistory", description: "All changes of a supplier's bank account in one department.",
        schema: .object([
            .required("department", .text()), .required("supplier", .text()),
            .required("inForce", .nullable(.reference(bankAccountChange))),
            .required("changes", .array(.reference(bankAccountChange))),
        ]))
}
