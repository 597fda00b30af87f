internal import Contracts
internal import Documents
internal import HTML
internal import Values

/// Two versions of terms side by side: the clauses that read otherwise, then the others to be unfolded.
func clauseChanges(from before: Contract, to after: Contract, _ words: Words) -> Node {
    let comparison = ClauseComparison(from: before, to: after, in: words.language)
    return group {
        element("h2") { words.termsCompared }
        if comparison.changes == 0 {
            element("p") { words.termsAreTheSame }
        } else {
            table(comparison, words, caption: words.changedClauses(comparison.changes)) { !$0.isSame }
        }
        element("details") {
            element("summary") { words.unchangedClauses }
            table(comparison, words, caption: words.unchangedClauses) { $0.isSame }
        }
    }
}

private func table(
    _ comparison: ClauseComparison, _ words: Words, caption: String, _ isShown: (ClauseComparison.Row) -> Bool
) -> Node {
    dataTable(caption: caption, .class("comparison")) {
        headRow((words.section, false), (words.clauseHead, false), (words.before, false), (words.after, false))
        element("tbody") {
            for section in comparison.sections {
                for row in section.rows.filter(isShown) {
                    element("tr") {
                        element("th", .scope("row")) { section.title }
                        element("td") { row.title }
                        element("td") { cell(row.before, "del", isSame: row.isSame) }
                        element("td") { cell(row.after, "ins", isSame: row.isSame) }
                    }
                }
            }
        }
    }
}

private func cell(_ text: String?, _ mark: String, isSame: Bool) -> Node {
    guard let text else { return .text("—") }
    if isSame { return .text(text) }
    return .element(name: mark, attributes: [], content: .text(text))
}
