/// The steps of the form, and the pages of single rows.
enum RegistrationView: Hashable, Sendable {
    case basics, period, schedule, assessments, closing, check
    case installment(Int)
    case assessment(Int)

    /// In the order in which they are gone through.
    static let steps: [RegistrationView] = [.basics, .period, .schedule, .assessments, .closing, .check]

    /// The field of the form that holds it.
    static let name = "view"

    init?(code: String) {
        let parts = code.split(separator: ":", maxSplits: 1)
        let number = parts.count == 2 ? Int(parts[1]) : nil
        switch (parts.first, number) {
        case ("installment", let number?): self = .installment(number)
        case ("assessment", let number?): self = .assessment(number)
        case (_, nil):
            guard let step = Self.steps.first(where: { $0.code == code }) else { return nil }
            self = step
        default: return nil
        }
    }

    var code: String {
        switch self {
        case .basics: "basics"
        case .period: "period"
        case .schedule: "schedule"
        case .assessments: "assessments"
        case .closing: "closing"
        case .check: "check"
        case .installment(let position): "installment:\(position)"
        case .assessment(let position): "assessment:\(position)"
        }
    }

    /// The step that it belongs to.
    var step: RegistrationView {
        switch self {
        case .installment: .schedule
        case .assessment: .assessments
        default: self
        }
    }

    var next: RegistrationView { Self.steps.dropFirst((Self.steps.firstIndex(of: step) ?? 0) + 1).first ?? .check }
    var previous: RegistrationView? { Self.steps.firstIndex(of: step).flatMap { $0 > 0 ? Self.steps[$0 - 1] : nil } }

    /// The places of the terms that it is about.
    var places: [String] {
        switch self {
        case .basics:
            ["number", "title", "buyer", "supplier", "price", "signedOn", "currency"].map { "/contract/" + $0 }
                + ["/calendar"]
        case .period: ["/contract/years", "/contract/term"]
        case .schedule: ["/contract/installments"]
        case .installment(let position): ["/contract/installments/\(position)"]
        case .assessments: ["/contract/assessments"]
        case .assessment(let position): ["/contract/assessments/\(position)"]
        case .closing: ["/contract/termination", "/contract/excess", "/contract/lateInterest"]
        case .check: [""]
        }
    }

    func holds(_ pointer: String) -> Bool {
        places.contains { pointer == $0 || pointer.hasPrefix($0 + "/") || $0.isEmpty }
    }

    /// Where something that is wrong at a place is put right.
    static func mending(_ pointer: String) -> RegistrationView {
        let steps = pointer.split(separator: "/")
        if steps.count > 2, steps[0] == "contract", let position = Int(steps[2]) {
            if steps[1] == "installments" { return .installment(position) }
            if steps[1] == "assessments" { return .assessment(position) }
        }
        return Self.steps.dropLast().first { $0.holds(pointer) } ?? .basics
    }
}
