internal import Contracts
internal import HTML
internal import JSON

/// The assessments, and the page of one of them.
extension RegistrationForm {
    var assessments: Node {
        let names = draft.names("/contract/assessments")
        return group {
            element("p") { words.assessmentsIntroduction }
            if names.isEmpty { element("p", .class("soft")) { words.noAssessments } }
            for (position, name) in names.enumerated() {
                let place = "/contract/assessments/\(position)"
                let open = review.problems.filter { $0.pointer.hasPrefix(place + "/") }.count
                element("div", .class("block")) {
                    element("h3") { name.label }
                    if open > 0 { element("p", .class("status blocked")) { words.stillOpen(open) } }
                    sentences(of: position)
                    rowButtons(place, name.label, .assessment(position), position, names.count)
                }
            }
            element("div", .class("buttons")) { button(.add("/contract/assessments")) { words.addAssessment } }
        }
    }

    /// What an assessment means, rule by rule; nothing while something is wrong with it.
    func sentences(of position: Int) -> Node {
        guard let terms = review.terms, terms.assessments.indices.contains(position),
            review.isSound("/contract/assessments/\(position)")
        else { return element("p", .class("soft")) { words.nothingSaidYet } }
        let assessment = terms.assessments[position]
        return element("ul") {
            if let installment = assessment.installment {
                element("li") { words.attached + words.of(terms.installments[installment].label) }
            }
            for sentence in assessment.sentences(in: words.language, of: terms) { element("li") { sentence.text } }
        }
    }

    func assessment(_ position: Int) -> Node {
        let place = "/contract/assessments/\(position)"
        return group {
            nodes([place + "/label"])
            choice(.attach, place)
            choice(.source, place)
            source(place)
            element("h3") { words.bands }
            rows(place + "/bands", ["from", "percent", "of"], words.bands, words.addBand)
            element("h3") { words.points }
            rows(
                place + "/points", ["pointsBelow", "percent", "of", "fraction", "downTo", "scoreFrom", "scoreBelow"],
                words.points, words.addPoints)
            consequence(.failures, place + "/failures", words.failures)
            consequence(.veto, place + "/veto", words.veto)
            consequence(.cap, place + "/cap", words.cap)
            nodes([place + "/rectifications", place + "/id"])
        }
    }

    private func source(_ place: String) -> Node {
        group {
            if draft[place + "/sheet"] != nil {
                rows(place + "/sheet", ["label", "max", "each", "id"], words.criterionLabel, words.addCriterion)
            }
            if draft[place + "/combine"] != nil {
                rows(place + "/combine", ["assessment", "weight"], words.part, words.addPart)
                nodes([place + "/decimals"])
            }
            element("p", .class("soft small")) { words.updateHint }
        }
    }

    private func rows(_ list: String, _ names: [String], _ label: String, _ adding: String) -> Node {
        group {
            for index in draft.list(list).indices {
                row("\(label) \(index + 1)", names.map { "\(list)/\(index)/\($0)" }, removing: "\(list)/\(index)")
            }
            element("div", .class("buttons")) { button(.add(list)) { adding } }
        }
    }

    private func consequence(_ kind: TermsChoice.Kind, _ place: String, _ label: String) -> Node {
        element("fieldset", .class("part")) {
            element("legend") { label }
            choice(kind, place)
            nodes(in: place)
        }
    }
}
