internal import Contracts
internal import JSON
internal import Values

/// Terms that somebody is writing: the body of a registration, `{"contract": …, "calendar": …}`, with an empty text for
/// whatever is still open. It travels in the form from step to step, so that nothing of it is kept on the server.
struct TermsDraft: Equatable, Sendable {
    var document: JSONDocument

    /// What a form carries at most; longer contracts are registered by the interface.
    static let mostBytes = 256 << 10
    /// The field of the form that holds it.
    static let name = "draft"

    init(_ document: JSONDocument) { self.document = document }

    /// Reads what a form carried; nil for what is none of ours.
    init?(carried text: String) {
        guard text.utf8.count <= Self.mostBytes, let document = try? JSONDocument(parsing: Array(text.utf8)),
            case .object = document["/contract"]
        else { return nil }
        self.document = document
    }

    /// Nothing but what every contract has.
    init(buyer: String) {
        document = .object([
            "calendar": .string("CN"),
            "contract": .object([
                "currency": .string("CNY"), "excess": .string("carry"), "installments": .array([]),
                "assessments": .array([]), "term": Self.open(["from", "to"]),
            ]),
        ])
        for name in ["number", "title", "supplier", "price", "signedOn"] { self["/contract/" + name] = .string("") }
        self["/contract/buyer"] = .string(buyer)
    }

    subscript(pointer: String) -> JSONDocument? {
        get { document[pointer] }
        set { document[pointer] = newValue }
    }

    /// A text or number; empty where it is open.
    func text(_ pointer: String) -> String {
        let text = self[pointer]?.text ?? ""
        return Opening.isOne(text) ? "" : text
    }

    func list(_ pointer: String) -> [JSONDocument] { self[pointer]?.elements ?? [] }

    var carried: String { String(decoding: document.bytes, as: UTF8.self) }

    /// What can be told of it as it stands.
    var review: TermsReview {
        TermsReview(document.mapTexts { .string(Opening.isOne($0) ? "" : $0) } ?? document)
    }

    /// An object whose members are all open.
    static func open(_ names: [String]) -> JSONDocument {
        .object(Dictionary(uniqueKeysWithValues: names.map { ($0, JSONDocument.string("")) }))
    }

    /// The numbers of the contract years.
    var years: [String] {
        list("/contract/years").compactMap { $0["/year"]?.text }.filter { !$0.isEmpty }
    }

    /// Ids and labels of the installments, or of the assessments.
    func names(_ list: String) -> [(id: String, label: String)] {
        self.list(list).map { element in
            let (id, label) = (element["/id"]?.text ?? "", element["/label"]?.text ?? "")
            return (id, label.isEmpty ? id : label)
        }
    }
}

/// A text of a template that stands for a day or an amount which follows from what is still open: `@start+3m-1d` is the
/// day before three months of the contract are over, `@price*1/4` the first of four parts of its price.
enum Opening {
    static func isOne(_ text: String) -> Bool { text.hasPrefix("@start") || text.hasPrefix("@price") }

    /// The day or amount, where what it follows from is known; else the text as it is.
    static func resolved(_ text: String, start: CalendarDay?, price: Money?) -> String {
        if text.hasPrefix("@start"), let start { return day(text.dropFirst(6), start)?.description ?? text }
        if text.hasPrefix("@price*"), let price { return part(text.dropFirst(7), of: price)?.description ?? text }
        return text
    }

    /// `+3m-1d`: months first, then days.
    private static func day(_ terms: Substring, _ start: CalendarDay) -> CalendarDay? {
        var day = start
        var rest = terms
        while let sign = rest.first {
            let digits = rest.dropFirst().prefix(while: \.isNumber)
            guard let count = Int(digits), let unit = rest.dropFirst(1 + digits.count).first else { return nil }
            let signed = sign == "-" ? -count : count
            guard let next = unit == "m" ? try? day.adding(months: signed) : try? day.adding(days: signed) else {
                return nil
            }
            day = next
            rest = rest.dropFirst(2 + digits.count)
        }
        return day
    }

    /// The parts of a price, `1/3`, `2/3` and `3/3`, add up to it to the fen.
    private static func part(_ text: Substring, of price: Money) -> Money? {
        let numbers = text.split(separator: "/").compactMap { Int64($0) }
        guard numbers.count == 2 else { return nil }
        return price.part(numbers[0], of: numbers[1])
    }
}

extension Money {
    /// One of so many equal parts, counted from 1; all of them add up to the amount.
    func part(_ number: Int64, of count: Int64) -> Money? {
        guard count > 0, (1...count).contains(number), fen >= 0 else { return nil }
        func upTo(_ number: Int64) -> Int64 { Int64(clamping: Int128(fen) * Int128(number) / Int128(count)) }
        return Money(fen: upTo(number) - upTo(number - 1))
    }
}
