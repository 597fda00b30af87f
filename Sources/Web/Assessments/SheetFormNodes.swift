internal import Contracts
internal import HTML
internal import Values

/// The scoring sheet to be filled in: for each criterion how often something happened, and what proves it.
struct SheetFormNodes {
    let words: Words
    let sheet: [Assessment.SheetCriterion]
    let filled: FilledForm

    private var own: AssessmentWords { words.assessments }

    var node: Node {
        element("fieldset", .class("sheet"), .id("sheet")) {
            element("legend") { own.sheetHeading }
            element("p", .class("hint")) { own.sheetHint }
            for (index, criterion) in sheet.enumerated() { row(index, criterion) }
            element("p", .class("sheet-total")) {
                "\(own.sheetTotal) "
                element("output", .id("sheet-total")) { total.exact.description }
            }
        }
    }

    private func row(_ index: Int, _ criterion: Assessment.SheetCriterion) -> Node {
        element(
            "div", .class("criterion"), Attribute("data-max", String(criterion.max.hundredths)),
            Attribute("data-each", String(criterion.each.hundredths))
        ) {
            element("div", .class("counted")) {
                filled.node(named: "/sheet/\(index)/incidents", in: words)
                element("p", .class("points-left")) {
                    "\(own.pointsLeft) "
                    element("output") { criterion.points(after: incidents(index)).exact.description }
                }
            }
            element("details", .flag("open", if: hasEvidence(index))) {
                element("summary") { own.criterionEvidence }
                filled.node(named: "/sheet/\(index)/note", in: words)
                if let field = filled.fields.first(where: { $0.name == "/sheet/\(index)/document" }) {
                    uploadNode(field, filled, words)
                }
            }
        }
    }

    /// 0 where nothing, or nothing readable, was typed.
    private func incidents(_ index: Int) -> Int {
        max(0, filled["/sheet/\(index)/incidents"].flatMap { Int($0) } ?? 0)
    }

    private func hasEvidence(_ index: Int) -> Bool {
        ["note", "document"].contains {
            filled["/sheet/\(index)/\($0)"] != nil || filled.errors["/sheet/\(index)/\($0)"] != nil
        }
    }

    private var total: Score {
        Score(
            hundredths: sheet.enumerated().reduce(0) { sum, row in
                sum + row.element.points(after: incidents(row.offset)).hundredths
            })
    }
}
