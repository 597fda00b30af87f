internal import Contracts
internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension Route {
    /// How large suppliers are, as each department records it.
    static let supplierScales = [listSupplierScales, setSupplierScale]

    private static let supplier = Parameter.path("name", .text(1...200), "The supplier's name.")

    private static let listSupplierScales = Route(
        method: .get, path: "/api/v1/suppliers/{name}/scale",
        summary: "What was recorded about the scale of a supplier (供应商规模).", tag: .suppliers,
        access: .permission(.readContracts), parameters: [supplier],
        answers: [
            Success(
                status: .ok, description: "By department that one may see, then from when it holds.",
                content: .json(.object([.required("scales", .array(.reference(.supplierScale)))])))
        ]
    ) { call in
        let records = try await call.workspace.supplierScales(of: call.path[0], by: try call.caller())
        return Answer.json { output in
            output.write("{\"scales\":")
            output.write(list: records) { $0.write($1) }
            output.write("}")
        }
    }

    private static let setSupplierScale = Route(
        method: .put, path: "/api/v1/suppliers/{name}/scale",
        summary: "Records the scale of a supplier for contracts of the own department.", tag: .suppliers,
        access: .permission(.registerContracts), parameters: [supplier],
        body: .json(
            .object([
                .required("scale", .choice(of: SupplierScale.self)),
                .optional("since", .day, "For contracts signed from this day on; for all where it is missing."),
            ])),
        answers: [
            Success(status: .ok, description: "What is recorded now.", content: .json(.reference(.supplierScale)))
        ]
    ) { call in
        let (scale, since) = try call.object { reader in
            (reader.choice("scale", of: SupplierScale.self) ?? .unknown, reader.optionalDay("since"))
        }
        let record = try await call.workspace.setSupplierScale(
            scale, of: call.path[0], since: since, by: try call.caller())
        return Answer.json { $0.write(record) }
    }
}

extension TextOutput {
    fileprivate mutating func write(_ record: SupplierScaleRecord) {
        write(object: [
            "department": .text(record.department.name), "supplier": .text(record.supplier),
            "scale": .text(record.scale.rawValue), "since": record.since.map { .text($0.description) },
            "recordedAt": .text(record.recordedAt.description), "recordedBy": .text(record.recordedBy),
        ])
    }
}

extension Schema.Component {
    static let supplierScale = Schema.Component(
        name: "SupplierScale", description: "How large a supplier is, as a department recorded it.",
        schema: .object([
            .required("department", .text()), .required("supplier", .text()),
            .required("scale", .choice(of: SupplierScale.self), "Micro, small and medium enterprises are protected."),
            .optional("since", .day, "For contracts signed from this day on; for all where it is missing."),
            .required("recordedAt", .instant), .required("recordedBy", .text()),
        ]))
}
