internal import Contracts
internal import Examination
internal import HTML
internal import Operations
internal import Payables
internal import Serving
internal import Values

/// What recording something changes: figures before and after, payment requests that no longer hold, new warnings.
func changes(_ preview: FactPreview, _ words: Words) -> Node {
    let known = preview.before.flags.map { $0.sentence(in: words.language, preview.before.terms) }
    let new = preview.after.flags.map { $0.sentence(in: words.language, preview.after.terms) }.filter {
        !known.contains($0)
    }
    return group {
        element("h2") { words.whatItChanges }
        figureChanges(from: preview.before, to: preview.after, words)
        for sentence in new { element("p", .class("warning")) { sentence } }
        if !preview.stale.isEmpty {
            element("p", .class("warning")) {
                words.becomesStale
                for (index, id) in preview.stale.enumerated() {
                    if index > 0 { words.comma }
                    element("a", .href("/payments/" + percentEncoded(id))) { id }
                }
            }
        }
    }
}

/// The figures that two statements of a contract tell differently.
func figureChanges(from before: Statement, to after: Statement, _ words: Words) -> Node {
    let changes = FigureChange.changes(from: before, to: after)
    guard !changes.isEmpty else { return element("p") { words.changesNothing } }
    func label(_ id: String?) -> String {
        guard let id else { return words.wholeContract }
        return (after.terms.installments + before.terms.installments).first { $0.id == id }?.label ?? id
    }
    return dataTable(caption: words.figuresBeforeAndAfter(after.dossier.asOf)) {
        headRow(
            (words.installment, false), (words.figure, false), (words.before, true), (words.after, true),
            (words.difference, true))
        element("tbody") {
            for change in changes {
                element("tr") {
                    element("th", .scope("row")) { label(change.installment) }
                    element("td") { change.figure.title(in: words.language) }
                    element("td", .class("sum")) { node(change.before, words) }
                    element("td", .class("sum")) { node(change.after, words) }
                    element("td", .class("sum")) { difference(change, words) }
                }
            }
        }
    }
}

private func node(_ value: FigureChange.Value?, _ words: Words) -> Node {
    switch value {
    case .money(let money): words.money(money)
    case .day(let day): words.day(day)
    case .status(let status): words.badge(ofStatus: status.rawValue)
    case nil: .text("—")
    }
}

private func difference(_ change: FigureChange, _ words: Words) -> Node {
    func fen(_ value: FigureChange.Value?) -> Int64? {
        switch value {
        case .money(let money): money.fen
        case nil: 0
        case .day, .status: nil
        }
    }
    guard let before = fen(change.before), let after = fen(change.after) else { return .text("") }
    let (difference, isHuge) = after.subtractingReportingOverflow(before)
    guard !isHuge else { return .text("") }
    return group {
        if difference > 0 { "+" }
        words.money(Money(fen: difference))
    }
}
