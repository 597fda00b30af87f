internal import Contracts
internal import HTML
internal import JSON
internal import Values

/// What is told of the terms while they are written; the script asks for it again after each change.
extension RegistrationForm {
    var live: Node {
        group {
            element("h3") { words.checks }
            sums
            meaning
            suspicious
        }
    }

    private var sums: Node {
        switch view {
        case .period where draft["/contract/years"] != nil: sumLine(words.sumOfFees, review.sumOfFees, review.fees)
        case .schedule, .installment: sumLine(words.sumOfInstallments, review.sum, review.gross)
        case .assessment(let position): assessmentSums("/contract/assessments/\(position)")
        default: .empty
        }
    }

    /// The running sum beside the price, and the difference in yuan.
    private func sumLine(_ name: String, _ sum: Money?, _ parts: [Money?]) -> Node {
        guard let sum else { return .empty }
        let price = review.price
        let unknown = parts.filter { $0 == nil }.count
        var text = words.sumLine(name, sum.grouped, price?.grouped ?? words.priceUnknown)
        if unknown > 0 { text += words.sumUnknown(unknown) }
        if let price, let difference = try? price - sum {
            if difference == .zero { text += words.sumsAgree }
            if difference > .zero { text += words.sumsLack(difference.grouped) }
            if difference < .zero { text += words.sumsExceed(Money(fen: -difference.fen).grouped) }
        }
        let agrees = price == sum && unknown == 0
        return element("p", .class(agrees ? "notice" : "warning")) { text }
    }

    private func assessmentSums(_ place: String) -> Node {
        let maxima = draft.list(place + "/sheet").compactMap { $0["/max"]?.text.flatMap { Score($0) } }
        guard !maxima.isEmpty else { return .empty }
        let sum = Score(hundredths: maxima.reduce(0) { $0 + $1.hundredths })
        return element("p") { words.sheetSum(sum.description) }
    }

    private var meaning: Node {
        switch view {
        case .installment(let position):
            guard let (installment, terms) = said(position) else {
                return element("p", .class("soft")) { words.nothingSaidYet }
            }
            let amount = installment.amountTerms(in: words.language, of: terms)
            let gross =
                review.gross[position].map { words.choose("，即 \($0.grouped) 元", ", which is \($0.grouped)") } ?? ""
            return element("ul") {
                element("li") { amount + gross }
                element("li") { installment.paymentTerms(in: words.language, of: terms, naming: .inWords) }
            }
        case .assessment(let position): return sentences(of: position)
        case .closing: return closingSentences
        default: return .empty
        }
    }

    var closingSentences: Node {
        guard let terms = review.terms, review.isSound("/contract/termination") else { return .empty }
        return element("ul") {
            element("li") { terms.excess.sentence(in: words.language) }
            if let interest = terms.lateInterestTerms(in: words.language) { element("li") { interest } }
            for rule in terms.termination { element("li") { rule.sentence(in: words.language, of: terms) } }
        }
    }

    private var suspicious: Node {
        let findings = review.findings.filter { view.holds($0.pointer) }
        return findings.isEmpty ? .empty : nodes(of: findings)
    }

    /// What lint found, with the label of what it is about.
    func nodes(of findings: [Finding]) -> Node {
        group {
            element("h3") { words.suspicious }
            element("ul", .class("findings")) {
                for finding in findings {
                    element("li") {
                        element("strong") { finding.label }
                        words.of(finding.message(in: words.language))
                    }
                }
            }
        }
    }
}
