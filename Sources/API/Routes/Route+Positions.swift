internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Storage
internal import Values

extension Route {
    /// The work list.
    static let positions = [listPositions]

    /// What of an instalment is open.
    private enum OpenStatus: String, CaseIterable { case due, overdue, blocked, undetermined }

    private static let listPositions = Route(
        method: .get, path: "/api/v1/positions",
        summary: "The work list: open instalments over all contracts, soonest first, those without a date last.",
        tag: .contracts, access: .permission(.readContracts),
        parameters: [
            .query("status", .choice(of: OpenStatus.self), "Only those of one status."),
            .query("dueBefore", .day, "Only those due before a day."),
            .query("department", .text(1...200), "Only those of one department, by its name."),
        ] + .ofPages,
        answers: [
            Success(
                status: .ok, description: "A page; the first one with totals of all that the query lets through.",
                content: .json(
                    .object([
                        .required("asOf", .day), .required("positions", .array(.reference(.listedPosition))),
                        .optional("totals", .array(.reference(.positionTotal))),
                    ])), fields: [.link])
        ],
        refusals: [.invalid]
    ) { call in
        let (filter, department, page) = try call.query { query in
            let status: OpenStatus? = query.choice("status")
            return (
                PositionFilter(status: status?.rawValue, dueBefore: query.day("dueBefore")), query.text("department"),
                query.page()
            )
        }
        let list = try await call.workspace.positions(
            filter, department: department, after: try page.positionMark(), limit: page.limit, by: try call.caller())
        return Answer.json(capacity: 640 * list.positions.count + 512) { $0.write(list) }
            .linked(call, page, list.positions.count) { list.positions.last?.mark.keys }
    }
}

extension Page {
    fileprivate func positionMark() throws(Refusal) -> PositionMark? {
        guard let keys = try keys(3) else { return nil }
        let day = CalendarDay(keys[0])
        guard let position = Int32(keys[2]), day != nil || keys[0].isEmpty else { throw Page.foreignCursor }
        return PositionMark(dueOn: day, contract: keys[1], position: Int(position))
    }
}

extension PositionMark {
    fileprivate var keys: [String] { [dueOn?.description ?? "", contract, String(position)] }
}

extension TextOutput {
    fileprivate mutating func write(_ page: PositionPage) {
        write("{\"asOf\":")
        write(quoted: page.asOf)
        write(",\"positions\":")
        write(list: page.positions) { $0.write($1) }
        if let totals = page.totals {
            write(",\"totals\":")
            write(list: totals) { output, total in
                output.write("{\"status\":")
                output.write(jsonString: total.status)
                output.write(",\"count\":")
                output.write(total.count)
                output.write(",\"currency\":\"CNY\",\"outstanding\":")
                output.write(quoted: total.outstanding)
                output.write("}")
            }
        }
        write("}")
    }

    private mutating func write(_ position: ListedPosition) {
        write("{\"contract\":")
        write(jsonString: position.contract)
        write(",\"title\":")
        write(jsonString: position.title)
        write(",\"buyer\":")
        write(jsonString: position.buyer)
        write(",\"supplier\":")
        write(jsonString: position.supplier)
        write(",\"installment\":")
        write(jsonString: position.installment)
        write(",\"label\":")
        write(jsonString: position.label)
        write(",\"kind\":")
        write(jsonString: position.kind)
        write(",\"currency\":\"CNY\",\"payable\":")
        write(quoted: position.payable)
        write(",\"paid\":")
        write(quoted: position.paid)
        write(",\"outstanding\":")
        write(quoted: position.outstanding)
        write(",\"held\":")
        write(quoted: position.held)
        write(",\"status\":")
        write(jsonString: position.status)
        write(",\"startedOn\":")
        write(optional: position.startedOn)
        write(",\"dueOn\":")
        write(optional: position.dueOn)
        write(",\"blockedBy\":")
        write(strings: position.blockedBy)
        write("}")
    }
}

extension Schema.Component {
    static let positionTotal = Schema.Component(
        name: "PositionTotal", description: "Open instalments of one status.",
        schema: .object([
            .required("status", .text()), .required("count", .integer()), .required("currency", .choice(["CNY"])),
            .required("outstanding", .money),
        ]))
}
