internal import Contracts
internal import Documents
internal import HTML
internal import Operations
internal import Payables
internal import Values

/// How the payable of an installment is computed, line by line with the reason of each; beside it, where there is one,
/// the same on another day.
struct ComputationNodes {
    let words: Words
    let figures: InstallmentFigures
    /// What it is compared with: the later one.
    var later: InstallmentFigures?

    private var own: PaymentWords { words.payments }
    private typealias Figure = Payables.Statement.Figure

    /// In the order in which they are computed.
    private static let order: [Figure] = [.gross, .recovered, .deducted, .withheld, .payable, .paid, .outstanding]
    /// Those that decide what is payable.
    private static let deciding: [Figure] = [.gross, .recovered, .deducted, .withheld, .payable]

    var table: Node {
        let day = words.text(of: figures.statement.dossier.asOf)
        return dataTable(caption: "\(own.computation) · \(own.asOf(day))") {
            headRow((own.item, false), (own.reason, false), (own.sum, true))
            element("tbody") {
                for figure in shown {
                    row(figure)
                    if figure == .deducted { for line in lines(of: figures) { row(line) } }
                }
            }
        }
    }

    /// Both beside each other with the difference.
    func comparison(with later: InstallmentFigures) -> Node {
        let (before, after) = (figures.statement.dossier.asOf, later.statement.dossier.asOf)
        return dataTable(caption: own.computation, .class("titled")) {
            headRow(
                (own.item, false), (own.atRequest(words.text(of: before)), true),
                (own.now(words.text(of: after)), true),
                (own.difference, true), (own.reason, false))
            element("tbody") { for figure in shown { row(figure, later) } }
        }
    }

    /// How the sums that decide what is payable changed, in words; empty where none did.
    func changesOfSums(to later: InstallmentFigures) -> [String] {
        Self.deciding.compactMap { figure in
            let (before, after) = (figures.row.amount(of: figure), later.row.amount(of: figure))
            return before == after ? nil : own.change(words.title(of: figure), before, after)
        }
    }

    /// The same of when it is due and how it stands.
    func changesOfStanding(to later: InstallmentFigures) -> [String] {
        var changes: [String] = []
        if figures.row.dueOn != later.row.dueOn {
            func text(_ day: CalendarDay?) -> String { day.map(words.text) ?? "—" }
            changes.append(own.change(words.title(of: .dueOn), text(figures.row.dueOn), text(later.row.dueOn)))
        }
        let (before, after) = (figures.row.status, later.row.status)
        if before != after {
            changes.append(own.change(own.status, before.name(in: words.language), after.name(in: words.language)))
        }
        return changes
    }

    /// Lines that say nothing on either day are left out.
    private var shown: [Figure] {
        Self.order.filter { figure in
            let sides = [figures] + [later].compactMap(\.self)
            return figure == .payable || figure == .outstanding
                || sides.contains { side in
                    side.row.amount(of: figure) != .zero
                        || side.statement.because(figure, of: side.position).map { !$0.rule.isTrivial } ?? false
                }
        }
    }

    private func row(_ figure: Figure) -> Node {
        let isTotal = figure == .payable || figure == .outstanding
        return element("tr", isTotal ? .class("total") : nil) {
            element("th", .scope("row"), .class("figure")) { words.title(of: figure) }
            element("td", .class("wide")) { reason(figures.statement.because(figure, of: figures.position)) }
            element("td", .class("sum")) { words.money(figures.row.signed(figure)) }
        }
    }

    private func row(_ line: DeductionLine) -> Node {
        let assessment = figures.installment.assessedBy ?? 0
        return element("tr", .class("part")) {
            element("th", .scope("row"), .class("figure")) { own.ofWhich + line.title(in: words.language) }
            element("td", .class("wide")) { reason(figures.statement.because(line, of: assessment)) }
            element("td", .class("sum")) { words.money(line.amount) }
        }
    }

    private func row(_ figure: Figure, _ later: InstallmentFigures) -> Node {
        let (before, after) = (figures.row.signed(figure), later.row.signed(figure))
        let first = figures.statement.because(figure, of: figures.position)
        let second = later.statement.because(figure, of: later.position)
        let isTotal = figure == .payable || figure == .outstanding
        return element("tr", isTotal ? .class("total") : nil) {
            element("th", .scope("row"), .class("figure")) { words.title(of: figure) }
            element("td", .class("sum")) { words.money(before) }
            element("td", .class("sum")) { words.money(after) }
            element("td", .class("sum")) { difference(before, after) }
            element("td", .class("wide")) {
                reason(first)
                if figure == .deducted { for line in lines(of: figures) { part(line, of: figures) } }
                if second != first {
                    element("p", .class("later")) {
                        element("strong") { own.now(words.text(of: later.statement.dossier.asOf)) + " " }
                        sentence(second)
                    }
                    if figure == .deducted { for line in lines(of: later) { part(line, of: later) } }
                }
            }
        }
    }

    private func part(_ line: DeductionLine, of side: InstallmentFigures) -> Node {
        let because = side.statement.because(line, of: side.installment.assessedBy ?? 0)
        return element("p", .class("small")) {
            "\(own.ofWhich)\(line.title(in: words.language))：\(because.sentence(in: words.language))"
        }
    }

    private func difference(_ before: Money, _ after: Money) -> Node {
        let size = after.fen &- before.fen
        if size == 0 { return element("span", .class("soft")) { own.noDifference } }
        return element("strong", .class("money")) { (size > 0 ? "+" : "") + Money(fen: size).grouped }
    }

    private func lines(of side: InstallmentFigures) -> [DeductionLine] { side.statement.lines(of: side.position) }

    private func reason(_ because: Because?) -> Node {
        group {
            sentence(because)
            if let formula = because?.formula, formula.contains(" ") {
                element("br")
                element("code", .class("soft")) { formula }
            }
        }
    }

    private func sentence(_ because: Because?) -> Node {
        .text(because?.sentence(in: words.language) ?? "—")
    }
}

extension InstallmentStatement {
    /// The sum that a figure is; 0 for those that are days.
    fileprivate func amount(of figure: Payables.Statement.Figure) -> Money {
        switch figure {
        case .gross: gross
        case .deducted: deducted
        case .recovered: recovered
        case .withheld: withheld
        case .payable: payable
        case .paid: paid
        case .outstanding: outstanding
        case .overpaid: overpaid
        case .interest: interest ?? .zero
        case .startedOn, .dueOn: .zero
        }
    }

    /// The same as it goes into the column: what is taken off is negative.
    fileprivate func signed(_ figure: Payables.Statement.Figure) -> Money {
        switch figure {
        case .deducted, .recovered, .withheld, .paid: Money(fen: 0 &- amount(of: figure).fen)
        default: amount(of: figure)
        }
    }
}
