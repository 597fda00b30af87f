internal import HTML
internal import Serving
internal import Tables
internal import Values

/// A report as far as a page shows it.
struct ShownReport {
    let head: TableHead
    let rows: [[Cell]]
    /// Whether these are all of its rows.
    let isWhole: Bool
}

/// A report on a page. What is the same for many rows, a rule and its source, stands once below them.
func reportTable(_ report: ShownReport, _ words: Words) -> Node {
    let (language, reports) = (words.language, words.reports)
    return element("section", .id("result")) {
        element("h2") { reports.result }
        element("dl", .class("facts")) {
            for note in report.head.notes {
                fact(note.label.text(in: language)) { shown(note.value, words) }
            }
        }
        if report.rows.isEmpty {
            element("p") { reports.nothingFound }
        } else {
            element("p") { report.isWhole ? reports.rows(report.rows.count) : reports.onlyFirst(report.rows.count) }
            table(report, words)
            rules(report, words)
        }
    }
}

/// Columns by their codes that stand below the table.
private let below: Set<String> = ["sentence", "source"]

private func table(_ report: ShownReport, _ words: Words) -> Node {
    let columns = report.head.columns.enumerated().filter { !below.contains($0.element.code) }
    return dataTable(caption: report.head.title.text(in: words.language)) {
        element("thead") {
            element("tr") {
                for (_, column) in columns {
                    element("th", .scope("col"), column.isSum ? .class("sum") : nil) {
                        column.heading.text(in: words.language)
                    }
                }
            }
        }
        element("tbody") {
            for row in report.rows {
                element("tr") {
                    for (place, column) in columns where place < row.count {
                        element("td", row[place].look(column, in: words.language)) {
                            linked(row, place, report.head, words)
                        }
                    }
                }
            }
        }
        totals(report, columns, words)
    }
}

/// A cell; a contract and an entry lead to their pages.
private func linked(_ row: [Cell], _ place: Int, _ head: TableHead, _ words: Words) -> Node {
    let content = shown(row[place], words)
    let contract = head.columns.firstIndex { $0.code == "contract" }.flatMap { text(of: row[$0]) }
    switch (head.columns[place].code, row[place], contract) {
    case ("contract", .text, let contract?):
        return element("a", .href("/contracts/" + percentEncoded(contract))) { content }
    case ("entry", .count(let number), let contract?):
        return element("a", .href(entryPath(of: contract, number))) { content }
    default: return content
    }
}

private func text(of cell: Cell) -> String? {
    if case .text(let text) = cell, !text.isEmpty { text } else { nil }
}

private func shown(_ cell: Cell, _ words: Words) -> Node {
    switch cell {
    case .money(let amount): words.money(amount)
    case .day(let day): words.day(day)
    case .instant(let instant): words.moment(instant)
    case .phrase(let wording): figure(wording.text(in: words.language), words)
    default: .text(cell.text(in: words.language))
    }
}

/// What was before and after a change is told as a phrase, also where it is an amount or a day.
private func figure(_ text: String, _ words: Words) -> Node {
    if let amount = Money(text), amount.description == text { return words.money(amount) }
    return CalendarDay(text).map { words.day($0) } ?? .text(text)
}

/// The sums below, where every row is there.
private func totals(_ report: ShownReport, _ columns: [(offset: Int, element: TableColumn)], _ words: Words) -> Node {
    var totals = TableTotals(report.head.columns)
    guard report.isWhole, !totals.isEmpty else { return .empty }
    for row in report.rows {
        guard (try? totals.add(row)) != nil else { return .empty }
    }
    return element("tfoot") {
        element("tr") {
            for (index, (place, column)) in columns.enumerated() {
                if index == 0 {
                    element("th", .scope("row")) { words.reports.total }
                } else {
                    element("td", column.isSum ? .class("sum") : nil) { shown(totals.cells[place], words) }
                }
            }
        }
    }
}

/// The rules that the rows rest on, each once, with their sources.
private func rules(_ report: ShownReport, _ words: Words) -> Node {
    let codes = report.head.columns.map(\.code)
    guard let rule = codes.firstIndex(of: "rule"), let sentence = codes.firstIndex(of: "sentence"),
        let source = codes.firstIndex(of: "source")
    else { return .empty }
    var seen: Set<String> = []
    let first = report.rows.filter { $0.count > source && seen.insert($0[rule].text(in: words.language)).inserted }
    return group {
        element("h3") { words.reports.rules }
        element("dl", .class("rules")) {
            for row in first {
                element("dt") { shown(row[rule], words) }
                element("dd") {
                    element("p") { shown(row[sentence], words) }
                    element("p", .class("soft")) { shown(row[source], words) }
                }
            }
        }
    }
}

extension Cell {
    /// Sums stand right, numbers of contracts stay on one line, words and sentences get room.
    fileprivate func look(_ column: TableColumn, in language: Language) -> Attribute? {
        if column.isSum { return .class("sum") }
        let length = text(in: language).count
        if column.kind == .identifier { return length > 24 ? nil : .class("number") }
        return length > 24 ? .class("long") : length > 3 ? .class("words") : nil
    }
}

extension TableColumn {
    /// Whether its cells stand right, one below the other.
    fileprivate var isSum: Bool {
        switch kind {
        case .money, .percentage, .score, .count: true
        case .text, .identifier, .day, .instant: false
        }
    }
}
