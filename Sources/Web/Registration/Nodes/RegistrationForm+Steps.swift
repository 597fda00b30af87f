internal import HTML
internal import JSON

/// The steps that are one form each.
extension RegistrationForm {
    var basics: Node {
        group {
            element("p") { words.basicsIntroduction }
            nodes(fields.map(\.name))
            if draft["/calendar"]?.text == nil { element("p") { words.customCalendar } }
        }
    }

    var period: Node {
        group {
            element("p") { words.periodIntroduction }
            choice(.period, "/contract/years")
            nodes(in: "/contract/term")
            for (index, year) in draft.list("/contract/years").enumerated() {
                let place = "/contract/years/\(index)"
                let number = year["/year"]?.text ?? ""
                row(
                    words.yearName(number.isEmpty ? String(index + 1) : number),
                    ["year", "fee", "from", "to"].map { "\(place)/\($0)" }, removing: place)
            }
            if draft["/contract/years"] != nil {
                element("div", .class("buttons")) {
                    button(.add("/contract/years")) { words.addYear }
                    button(.splitPrice) { words.splitPrice }
                }
            }
        }
    }

    var closing: Node {
        group {
            nodes(["/contract/excess", "/contract/lateInterest/percentPerDay"])
            element("h3") { words.termination }
            for index in draft.list("/contract/termination").indices {
                let place = "/contract/termination/\(index)"
                row(
                    "\(words.termination) \(index + 1)", ["series", "below", "times"].map { "\(place)/\($0)" },
                    removing: place)
            }
            if draft.list("/contract/assessments").isEmpty {
                element("p", .class("soft")) { words.noAssessments }
            } else {
                element("div", .class("buttons")) { button(.add("/contract/termination")) { words.addTermination } }
            }
        }
    }
}
