internal import Contracts
internal import HTML
internal import HTTPTypes
internal import Operations
internal import Serving
internal import Storage
internal import Values

extension WebPage {
    /// Assessments: the list, one of them, and its notice to the supplier.
    static let assessments: [WebPage] = [assessmentList, assessmentPage, assessmentNotice]

    private static let assessmentList = WebPage.get(
        "/assessments", .permissions([.readContracts]), query: ["stage", "state", "q", "limit", "cursor"]
    ) { visit in
        let (filter, page) = try visit.call.query { query in
            let stage: AssessmentFilter.Stage? = query.choice("stage")
            return (
                AssessmentFilter(
                    stage: stage ?? .waiting, state: query.text("state").nonEmpty, text: query.text("q").nonEmpty),
                query.page()
            )
        }
        let found = try await visit.workspace.assessments(
            filter, after: try page.keys(3).map { keys throws(Refusal) in try AssessmentMark(keys: keys) },
            limit: page.limit, by: try visit.caller())
        let words = visit.words
        return visit.page(words.name(of: .assessments), .assessments) {
            element("h1") { words.name(of: .assessments) }
            element("p", .class("soft")) { words.assessments.introduction }
            assessmentStages(filter, found.totals, words)
            assessmentFilters(filter, words)
            assessmentTable(found, filter.stage, words)
            nextPage(visit, page, found.assessments.count) { found.assessments.last?.mark(in: filter.stage).keys }
        }
    }

    private static let assessmentPage = WebPage.get(
        "/contracts/{number}/assessments/{id}", .permissions([.readContracts])
    ) { visit in
        let answer = try await visit.assessment()
        return visit.page(answer.assessment.label, .assessments) {
            AssessmentNodes(visit: visit, answer: answer).page
        }
    }

    private static let assessmentNotice = WebPage.get(
        "/contracts/{number}/assessments/{id}/notice", .permissions([.readContracts])
    ) { visit in
        let paper = try await visit.workspace.assessmentNotice(
            of: visit.path[1], of: visit.path[0], in: visit.language, by: try visit.caller())
        var answer = Answer(status: .ok, form: .file)
        answer.body = .bytes(paper.bytes)
        return answer.with(.contentType, "application/pdf")
            .with(.contentDisposition, ContentDisposition.attachment(paper.fileName))
    }
}

extension AssessmentMark {
    /// The keys that a cursor carries.
    var keys: [String] { [day?.description ?? "", contract, String(position)] }

    init(keys: [String]) throws(Refusal) {
        guard let position = Int(keys[2]), keys[0].isEmpty || CalendarDay(keys[0]) != nil else {
            throw Page.foreignCursor
        }
        self.init(day: CalendarDay(keys[0]), contract: keys[1], position: position)
    }
}
