internal import Serving

/// Where the pages about payments are.
enum PaymentPlace {
    static let list = "/payments"
    static let available = "/payments/due"
    static let suppliers = "/payments/suppliers"

    static func request(_ id: String) -> String { "/payments/" + percentEncoded(id) }
    static func contract(_ number: String) -> String { "/contracts/" + percentEncoded(number) }
    static func supplier(_ name: String) -> String { suppliers + "/" + percentEncoded(name) }

    static func change(_ id: Int64, of supplier: String) -> String { "\(Self.supplier(supplier))/changes/\(id)" }

    static func asking(_ contract: String, _ installment: String) -> String {
        "\(Self.contract(contract))/payments/new?installment=" + percentEncoded(installment)
    }

    static func returning(_ payment: String, of request: String) -> String {
        "\(Self.request(request))/payments/\(percentEncoded(payment))/return"
    }
}
