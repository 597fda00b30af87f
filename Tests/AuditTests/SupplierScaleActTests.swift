import Audit
import Contracts
import Testing
import Values

struct SupplierScaleActTests {
    @Test(arguments: SupplierScale.allCases)
    func comesBackAsItWas(scale: SupplierScale) {
        for since in [nil, CalendarDay("2024-05-01")] {
            let said = SupplierScaleAct(supplier: "示例“公司”", department: "\"眉山局\\", scale: scale, since: since)
            #expect(SupplierScaleAct(said.act) == said)
        }
    }

    /// The words in the journal are never renamed.
    @Test func itsWritingStays() throws {
        let said = SupplierScaleAct(
            supplier: "示例公司", department: "眉山局", scale: .small, since: CalendarDay("2024-05-01"))
        #expect(said.act.action == "set-supplier-scale" && said.act.subject == "示例公司")
        #expect(said.act.detail == #"{"department":"眉山局","scale":"small","since":"2024-05-01"}"#)
    }

    @Test func otherActsAreNone() {
        for (action, detail) in [
            ("set-roles", said), ("set-supplier-scale", "small"), ("set-supplier-scale", "{}"),
            ("set-supplier-scale", #"{"department":"d","scale":"tiny"}"#),
        ] {
            #expect(SupplierScaleAct(OfficeAct(action: action, subject: "s", detail: detail)) == nil)
        }
    }

    private let said = #"{"department":"d","scale":"small"}"#
}
