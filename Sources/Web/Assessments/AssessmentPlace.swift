internal import Contracts
internal import Operations
internal import Serving

/// The addresses of one assessment.
struct AssessmentPlace: Sendable {
    let number: String
    let id: String

    init(number: String, id: String) {
        self.number = number
        self.id = id
    }

    /// As the path of a page names it.
    init(_ visit: Visit) { self.init(number: visit.path[0], id: visit.path[1]) }

    var contract: String { "/contracts/" + percentEncoded(number) }
    var path: String { contract + "/assessments/" + percentEncoded(id) }
    var newResult: String { path + "/results/new" }
    var waiver: String { path + "/waiver" }
    var ruling: String { path + "/ruling" }
    var notice: String { path + "/notice" }

    func step(_ step: AssessmentStep) -> String { path + "/steps/" + step.rawValue }
}

extension Visit {
    /// The assessment that the path names. One that the terms do not have is a page that is not there.
    func assessment() async throws -> AssessmentAnswer {
        do {
            return try await workspace.assessment(path[1], of: path[0], by: try caller())
        } catch {
            guard case .invalid(let problems) = error,
                problems.list.contains(where: { $0.code == .unknownAssessment })
            else { throw error }
            throw Refusal.unknownPath
        }
    }
}
