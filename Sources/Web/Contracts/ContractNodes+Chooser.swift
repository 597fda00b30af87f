internal import HTML
internal import Serving
internal import Values

extension ContractView {
    /// The choice of a day and a moment: by hand, or one that people often ask about.
    func chooser(_ visit: Visit) -> Node {
        let words = visit.words
        return element("details", .class("block chooser"), .flag("open", if: !isCurrent)) {
            element("summary") { words.chooserTitle(self) }
            element("form", .class("filters"), Attribute("action", plainPath())) {
                for field in form.fields { form.node(of: field, in: words) }
                element("button") { words.look }
            }
            element("p", .class("small soft")) { words.chooserExample }
            element("ul", .class("presets")) {
                for preset in Self.presets(visit) {
                    element("li") {
                        element("a", .href(plainPath() + preset.query)) { preset.label }
                    }
                }
            }
        }
    }

    private static func presets(_ visit: Visit) -> [(label: String, query: String)] {
        let (words, today) = (visit.words, visit.today)
        let (year, month, _) = today.yearMonthDay
        let monthEnd = CalendarDay(year: year, month: month, day: 1).flatMap { try? $0.adding(days: -1) }
        let yearEnd = CalendarDay(year: year - 1, month: 12, day: 31)
        let days = [monthEnd, yearEnd].compactMap(\.self)
        var presets: [(label: String, query: String)] = [(words.todayPreset, "")]
        for day in days {
            presets.append((words.presetAsOf(day), "?asOf=\(day)"))
            presets.append((words.presetKnownThen(day), "?asOf=\(day)&knownAt=\(day)"))
        }
        return presets
    }

    /// What says that this is not the contract as it is now.
    func note(_ words: Words) -> Node {
        guard !isCurrent else { return .empty }
        return element("p", .class("warning")) {
            words.viewNote(self)
            " "
            element("a", .href(plainPath())) { words.backToToday }
        }
    }
}
