/// Dossiers of a contract small enough to read: 400.00 thirty days after signing against an invoice, 600.00 on
/// acceptance.
enum SmallContract {
    static func dossier(
        _ number: String = "A-1", supplier: String = "supplier", title: String = "title", calendar: String? = nil,
        facts: [String] = [signed]
    ) -> String {
        let calendar = calendar.map { #""calendar":\#($0),"# } ?? ""
        return """
            {"contract":{"number":"\(number)","title":"\(title)","buyer":"buyer","supplier":"\(supplier)","currency":"CNY",
            "price":"1000.00","signedOn":"2024-01-10","installments":[
            {"id":"first","label":"首付款","kind":"advance","amount":{"fixed":"400.00"},"when":{"event":"signed"},"within":{"days":30},
            "needs":["invoice"]},
            {"id":"last","label":"尾款","kind":"milestone","amount":{"fixed":"600.00"},"when":{"event":"accepted"}}]},
            \(calendar)"facts":[\(facts.joined(separator: ","))]}
            """.split(separator: "\n").joined()
    }

    static let signed = #"{"id":"s","kind":"event","event":"signed","on":"2024-01-10"}"#

    static func event(_ id: String, _ name: String, on day: String) -> String {
        #"{"id":"\#(id)","kind":"event","event":"\#(name)","on":"\#(day)"}"#
    }

    static func invoice(
        _ id: String, _ number: String, _ amount: String = "400.00", on day: String = "2024-01-20"
    ) -> String {
        #"{"id":"\#(id)","kind":"invoice","installment":"first","number":"\#(number)","amount":"\#(amount)","on":"\#(day)"}"#
    }

    static func paid(
        _ id: String?, _ amount: String, voucher: String? = nil, installment: String = "first",
        on day: String = "2024-02-01"
    ) -> String {
        let id = id.map { #""id":"\#($0)","# } ?? ""
        let voucher = voucher.map { #""voucher":"\#($0)","# } ?? ""
        return #"{\#(id)"kind":"paid","installment":"\#(installment)",\#(voucher)"amount":"\#(amount)","on":"\#(day)"}"#
    }

    static func voided(_ id: String, _ fact: String, on day: String = "2024-03-01") -> String {
        #"{"id":"\#(id)","kind":"voided","fact":"\#(fact)","reason":"错录","on":"\#(day)"}"#
    }
}
