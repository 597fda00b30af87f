public import Contracts
internal import JSON
public import Values

/// A department recorded how large a supplier is: what such an act in the office's journal says.
public struct SupplierScaleAct: Equatable, Sendable {
    /// Name of the supplier.
    public let supplier: String
    /// Name of the department (采购人) whose contracts it is about.
    public let department: String
    public let scale: SupplierScale
    /// It holds for contracts signed from this day on; nil for all.
    public let since: CalendarDay?

    /// The act's name.
    public static let action = "set-supplier-scale"

    /// Takes the parts as they are.
    public init(supplier: String, department: String, scale: SupplierScale, since: CalendarDay?) {
        self.supplier = supplier
        self.department = department
        self.scale = scale
        self.since = since
    }

    /// As the journal records it; the detail is canonical JSON (RFC 8785).
    public var act: OfficeAct {
        var output = TextOutput()
        output.write(object: [
            "department": .text(department), "scale": .text(scale.rawValue),
            "since": since.map { .text($0.description) },
        ])
        return OfficeAct(action: Self.action, subject: supplier, detail: output.text)
    }

    /// Reads it back; nil for any other act.
    public init?(_ act: OfficeAct) {
        guard act.action == Self.action else { return nil }
        var parser = JSONParser()
        let parsed = Array(act.detail.utf8).withUnsafeBufferPointer { bytes in
            parser.parse(bytes) { root -> SupplierScaleAct? in
                guard let department = root.text("department"),
                    let scale = root.text("scale").flatMap({ SupplierScale(rawValue: $0) })
                else { return nil }
                return SupplierScaleAct(
                    supplier: act.subject, department: department, scale: scale,
                    since: root.text("since").flatMap { CalendarDay($0) })
            }
        }
        guard case .success(let read?) = parsed else { return nil }
        self = read
    }
}
