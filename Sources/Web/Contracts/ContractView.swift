internal import Serving
internal import Values

/// Which contract is looked at, as of which day and with the knowledge of which moment.
struct ContractView: Sendable {
    let number: String
    /// Nil for today.
    private(set) var asOf: CalendarDay?
    /// Nil for everything that is recorded.
    private(set) var knownAt: Instant?
    /// The chooser, with what was chosen and what is wrong with it.
    private(set) var form: FilledForm

    /// The names in the query.
    static let query: Set<String> = ["asOf", "knownAt"]

    /// A contract today, with everything that is recorded.
    init(_ number: String, _ words: Words) {
        self.number = number
        form = FilledForm(Self.fields(words))
    }

    /// What the address of a page asks for; its first parameter is the contract's number.
    init(_ visit: Visit) throws(Refusal) {
        let (asOf, knownAt) = try visit.call.query { ($0.text("asOf"), $0.text("knownAt")) }
        var sent = FormData()
        sent.add("asOf", asOf ?? "")
        sent.add("knownAt", knownAt ?? "")
        number = visit.path[0]
        form = FilledForm(Self.fields(visit.words), sent)
        if let text = form["asOf"] {
            self.asOf = CalendarDay(text)
            if self.asOf == nil { form.note("asOf", visit.words.wantedDay) }
        }
        if let text = form["knownAt"] {
            // A day means its end in China; an unescaped plus has become a blank.
            let instant = text.split(separator: " ").joined(separator: "+")
            self.knownAt = Instant(CalendarDay(text) == nil ? instant : text + "T23:59:59.999999+08:00")
            if self.knownAt == nil { form.note("knownAt", visit.words.wantedDay) }
        }
    }

    private static func fields(_ words: Words) -> [Field] {
        [
            Field(name: "asOf", label: words.asOf, kind: .day, hint: words.asOfHint),
            Field(name: "knownAt", label: words.knownAt, kind: .day, hint: words.knownAtHint),
        ]
    }

    /// Whether it is today's view of everything: the one that people act on.
    var isCurrent: Bool { asOf == nil && knownAt == nil && !form.isFaulty }

    /// The address of a page of the contract that looks at the same day and moment.
    func path(_ tail: String = "", _ fragment: String = "") -> String {
        let pairs = ["asOf", "knownAt"].compactMap { name in form[name].map { "\(name)=\(percentEncoded($0))" } }
        return plainPath(tail) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
            + (fragment.isEmpty ? "" : "#" + fragment)
    }

    /// The address of a page of the contract that is always of today.
    func plainPath(_ tail: String = "") -> String { "/contracts/\(percentEncoded(number))\(tail)" }

    /// The place of an entry in the history; the list begins with it.
    func path(toEntry number: Int) -> String {
        plainPath("/history") + "?cursor=\(Cursor(keys: [String(number + 1)]).text)#e\(number)"
    }

    /// The place of a clause on the page of the terms, by its pointer into them.
    func path(toClause pointer: String) -> String { path("/terms", Self.anchor(of: pointer)) }

    /// The id of a clause on the page of the terms.
    static func anchor(of pointer: String) -> String {
        "clause" + pointer.map { $0 == "/" ? "-" : String($0) }.joined()
    }
}
