internal import Contracts
internal import HTML
internal import Payables
internal import Pictures
internal import Values

/// What is payable against the score of an assessment, with the present score marked, and the figures behind it.
struct CurveNodes {
    let words: Words
    let statement: Statement
    let position: Int
    let curve: PayableCurve?
    /// Unique in the page.
    let id: String

    private var own: AssessmentWords { words.assessments }

    @Content var node: Node {
        if let picture {
            if present == nil { element("p", .class("soft")) { own.curveOfHighest } }
            picture.svg
            element("details") {
                element("summary") { own.figuresTable }
                element(
                    "div", .class("scroll"), Attribute("tabindex", "0"), .role("region"),
                    .aria("label", own.figuresTable)
                ) { picture.table }
            }
        } else {
            element("p", .class("soft")) { own.noCurve }
        }
    }

    /// The score that stands.
    private var present: Fraction? { statement.outcomes[position].map { Fraction($0.score) } }

    /// Nil where no installment depends on the assessment.
    private var picture: AssessmentPicture? {
        guard let curve,
            let reading = CurveReading(
                terms: statement.terms, curve: curve, present: present, asOf: statement.dossier.asOf)
        else { return nil }
        return AssessmentPicture(reading, PictureSetting(id: id, language: words.language))
    }
}
