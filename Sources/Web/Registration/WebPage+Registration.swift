internal import HTML
internal import HTTPTypes
internal import JSON
internal import Operations
internal import Serving
internal import Values

extension WebPage {
    private static let access = Access.permissions([.registerContracts])

    /// Registering a contract: three ways to begin, then the steps of one form.
    static let registration: [WebPage] =
        [
            .get("/contracts/new", access) { visit in visit.registrationStart },
            .get("/contracts/new/steps", access, query: ["template"]) { visit in
                let name = try visit.call.query { $0.text("template") }
                let buyer = visit.actor?.department.name ?? ""
                var draft = TermsDraft(buyer: buyer)
                if let name {
                    guard let template = ContractTemplate(rawValue: name) else { throw Refusal.unknownPath }
                    draft = template.draft(buyer: buyer)
                }
                return RegistrationForm(draft, at: .basics, FormData(), in: visit.words.registration).page(visit)
            },
            .post("/contracts/new/steps", access) { visit in try await RegistrationStep(visit).answer },
            .post("/contracts/new/live", access) { visit in
                var answer = Answer(status: .ok, form: .page)
                var output = TextOutput()
                output.write(RegistrationStep(visit).form?.live ?? .empty)
                answer.body = .bytes(output.bytes)
                return answer
            },
        ] + registrationText + registrationWorkbook
}

extension Visit {
    /// The three ways.
    fileprivate var registrationStart: Answer {
        let words = self.words.registration
        return page(words.title, .contracts) {
            element("h1") { words.title }
            element("p") { words.registrationIntroduction }
            element("h2") { words.fromTemplate }
            element("p", .class("soft")) { words.fromTemplateHint }
            element("div", .class("columns")) {
                for template in ContractTemplate.allCases {
                    element("div", .class("block")) {
                        element("h3") { template.title(in: words) }
                        element("p") { template.summary(in: words) }
                        element(
                            "a", .class("button"), .href("/contracts/new/steps?template=" + template.rawValue),
                            .aria("label", words.useTemplate + words.of(template.title(in: words)))
                        ) { words.useTemplate }
                    }
                }
            }
            way(words.fromNothing, words.fromNothingHint, words.begin, "/contracts/new/steps")
            way(words.fromText, words.fromTextHint, words.open, "/contracts/new/text")
            way(words.fromWorkbook, words.fromWorkbookHint, words.open, "/contracts/new/workbook")
        }
    }

    private func way(_ title: String, _ hint: String, _ label: String, _ path: String) -> Node {
        group {
            element("h2") { title }
            element("p", .class("soft")) { hint }
            element("p") {
                element("a", .class("button"), .href(path), .aria("label", label + words.registration.of(title))) {
                    label
                }
            }
        }
    }
}
