internal import Contracts
internal import HTTPTypes
internal import JSON
internal import Operations
internal import Payables
internal import Serving
internal import Storage
internal import Values

extension Route {
    /// Contracts as such.
    static let contracts = [registerContract, listContracts, readContract]

    private static let registerContract = Route(
        method: .post, path: "/api/v1/contracts", summary: "Registers the terms of a contract of one's department.",
        tag: .contracts, access: .permission(.registerContracts), parameters: [.idempotencyKey],
        body: .json(
            .object([
                .required("contract", .map(.anything), "The terms (payable.md, section 2)."),
                .optional("calendar", .anything, "`none`, `weekends`, `CN` or a table; `none` where it is missing."),
            ])),
        answers: [
            Success(
                status: .created, description: "The contract.", content: .json(.reference(.contract)),
                fields: [.eTag, .location, .idempotentReplayed])
        ],
        refusals: [.conflict]
    ) { call in
        let contract = try await call.workspace.registerContract(
            try call.json(), idempotencyKey: try call.idempotencyKey(), by: try call.caller())
        let path = "/api/v1/contracts/" + percentEncoded(contract.statement.terms.number)
        return Answer.json(.created, capacity: 4096) { $0.write(contract) }
            .version(contract.version).with(.location, path).replayed(contract.isReplayed)
    }

    private static let listContracts = Route(
        method: .get, path: "/api/v1/contracts", summary: "Lists the contracts that one may see.",
        tag: .contracts, access: .permission(.readContracts),
        parameters: [
            .query("q", .text(1...200), "A part of the number, the title or the supplier's name."),
            .query("status", .choice(of: InstallmentStatement.Status.self), "Status of the next payment."),
            .query("supplier", .text(1...200), "The supplier's whole name."),
            .query("sort", .choice(of: ContractOrder.self), "By number where it is missing."),
        ] + .ofPages,
        answers: [
            Success(
                status: .ok, description: "A page of contracts.",
                content: .json(.object([.required("contracts", .array(.reference(.listedContract)))])),
                fields: [.link])
        ]
    ) { call in
        let (filter, order, page) = try call.query { query in
            let status: InstallmentStatement.Status? = query.choice("status")
            return (
                ContractFilter(text: query.text("q"), status: status?.rawValue, supplier: query.text("supplier")),
                query.choice("sort") ?? ContractOrder.number, query.page()
            )
        }
        let contracts = try await call.workspace.contracts(
            filter, in: order, after: try page.mark(in: order), limit: page.limit, by: try call.caller())
        return Answer.json(capacity: 512 * contracts.count + 64) { output in
            output.write("{\"contracts\":")
            output.write(list: contracts) { $0.write($1) }
            output.write("}")
        }.linked(call, page, contracts.count) { contracts.last?.mark.keys(in: order) }
    }

    private static let readContract = Route(
        method: .get, path: "/api/v1/contracts/{number}", summary: "A contract's terms, version and positions.",
        tag: .contracts, access: .permission(.readContracts), parameters: [.contract],
        answers: [
            Success(
                status: .ok, description: "The contract.", content: .json(.reference(.contract)), fields: [.eTag])
        ],
        refusals: [.notFound]
    ) { call in
        let contract = try await call.workspace.contract(call.path[0], by: try call.caller())
        return Answer.json(capacity: 4096) { $0.write(contract) }.version(contract.version)
    }
}
