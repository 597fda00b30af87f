internal import JSON

/// What a fact's payload names, without the contract's terms at hand; "" where it names none.
struct PayloadPlace {
    let installment: String
    let fact: String

    init(_ payload: [UInt8]) {
        var parser = JSONParser()
        let read = payload.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { ($0.text("installment") ?? "", $0.text("fact") ?? "") }
        }
        (installment, fact) = (try? read.get()) ?? ("", "")
    }
}
