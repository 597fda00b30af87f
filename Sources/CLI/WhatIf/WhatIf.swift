import Contracts
import Payables
import Pictures
import Values

/// One reading of a contract, with what it pays against the score of one assessment.
struct WhatIf {
    /// What to call the reading; empty where there is only one.
    let name: String
    let dossier: Dossier
    /// Position of the assessment in the terms in force.
    let subject: Int
    let curve: PayableCurve
    /// The score that stands now.
    let present: Fraction?

    /// The assessment cannot be asked about: why, in both languages.
    struct Unanswerable: Error {
        let chinese: String
        let english: String
    }

    init(_ dossier: Dossier, name: String, assessment id: String) throws {
        let terms = dossier.standing.terms
        guard let subject = terms.assessments.firstIndex(where: { $0.id == id }) else {
            let known = terms.assessments.map(\.id).joined(separator: ", ")
            throw Unanswerable(
                chinese: "没有考核“\(id)”，现有：\(known)。", english: "there is no assessment “\(id)”; there are: \(known)")
        }
        self.name = name
        self.dossier = dossier
        self.subject = subject
        present = try Payables.statement(of: dossier).outcomes[subject].map { Fraction($0.score) }
        do throws(Overflow) {
            curve = try PayableCurve(of: dossier.assuming(.highest, for: subject), assessment: subject)
        } catch {
            throw Unanswerable(
                chinese: "考核“\(id)”的金额过大，或并非得分的分段线性函数。",
                english: "the amounts of “\(id)” are too large, or no straight lines of its score")
        }
        if curve.installment == nil {
            throw Unanswerable(chinese: "考核“\(id)”不对应任何分期。", english: "no installment depends on “\(id)”")
        }
    }

    var assessment: Assessment { dossier.standing.terms.assessments[subject] }
    var installment: Installment { dossier.standing.terms.installments[curve.installment ?? 0] }

    /// What a picture shows of it.
    var picture: CurveReading? {
        CurveReading(
            name: name, terms: dossier.standing.terms, curve: curve, present: present, asOf: dossier.asOf)
    }

    /// The figures at a score, or arbitrarily little below it.
    func figures(at place: Place) throws(Overflow) -> PayableCurve.Figures? {
        if place.isJustBelow, let point = curve.points.first(where: { $0.score == place.score }) { return point.below }
        return try curve.figures(at: place.score)
    }

    /// The statement for a score of at most two decimals, or for the one that stands; nil for all others.
    func statement(at place: Place) throws -> Statement? {
        if place.isJustBelow { return nil }
        if place.score == present { return try Payables.statement(of: dossier) }
        guard let decimal = place.score.decimal(places: 2) else { return nil }
        let hundredths = Fraction(decimal).numerator * 100 / Fraction(decimal).denominator
        return try Payables.statement(of: dossier.assuming(Score(hundredths: Int(hundredths)), for: subject))
    }

    func mark(at place: Place) -> Mark? {
        let inner = curve.points.dropFirst().dropLast()
        guard let point = inner.first(where: { $0.score == place.score }) else { return nil }
        return point.isJump ? .jump : .bend
    }

    enum Mark: String { case jump, bend }

    /// A score, or what lies arbitrarily little below it.
    struct Place: Hashable, Comparable {
        let score: Fraction
        var isJustBelow = false

        static func < (left: Place, right: Place) -> Bool {
            if left.score != right.score { return left.score < right.score }
            return left.isJustBelow && !right.isJustBelow
        }
    }

    /// Every jump (with what lies just below it) and bend, the present score, and the scores asked for.
    func places(asked: [Fraction]) -> [Place] {
        var places = Set(asked.map { Place(score: $0) })
        for point in curve.points {
            places.insert(Place(score: point.score))
            if let below = point.below, below != point.at {
                places.insert(Place(score: point.score, isJustBelow: true))
            }
        }
        if let present { places.insert(Place(score: present)) }
        return places.sorted().reversed()
    }
}
