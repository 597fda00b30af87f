import Contracts
import Operations
import Values

extension Words {
    var supplierScaleColumns: [TextTable.Column] {
        [
            .init(key: "department", title: choose("单位", "Department")),
            .init(key: "supplier", title: supplier), .init(key: "since", title: choose("自签订日", "Signed from")),
            .init(key: "scale", title: choose("规模", "Scale")),
            .init(key: "recordedAt", title: choose("登记时间", "Recorded at")),
            .init(key: "recordedBy", title: choose("登记人", "By")),
        ]
    }

    func row(_ record: SupplierScaleRecord) -> [TextTable.Cell] {
        [
            .text(record.department.name), .text(record.supplier), record.since.map { .day($0) } ?? .nothing,
            .text(record.scale.name(in: language)), .text(record.recordedAt.description), .text(record.recordedBy),
        ]
    }
}
