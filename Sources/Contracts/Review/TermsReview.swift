public import JSON
public import Values

/// What can be told of terms while somebody writes them: all that is wrong so far, what the parts come to that can be
/// read already, and what they mean. Takes the body of a registration, `{"contract": …, "calendar"?}`, in which empty
/// texts stand for what is still open.
public struct TermsReview: Sendable {
    /// What is written so far, without what is still open.
    public let written: JSONDocument
    /// By place; an open text is a missing field.
    public let problems: [Problem]
    /// The terms with stand-ins for what cannot be read. Nil where a year, an installment or an assessment cannot be
    /// read at all, so that positions would not be those of what was written.
    public let terms: Contract?
    /// For each contract year, its fee where that can be read.
    public let fees: [Money?]
    /// For each installment, its gross where that follows from what is written.
    public let gross: [Money?]
    /// The price where it can be read.
    public let price: Money?
    /// What is legal but suspicious; empty where too much is wrong to tell.
    public let findings: [Finding]

    /// Reads what is written so far.
    public init(_ draft: JSONDocument) {
        written = Self.withoutOpenings(draft)
        let own = Self.read(written)
        // What the head lacks must not keep sums from being checked.
        let schedule = Self.read(Self.withHead(written))
        let further = schedule.problems.filter { Self.ofSums.contains($0.code) && !own.problems.contains($0) }
        problems = own.problems + further
        price = written["/contract/price"]?.text.flatMap { Money($0) }
        fees = (written["/contract/years"]?.elements ?? []).map { $0["/fee"]?.text.flatMap { Money($0) } }
        let whole = written
        let terms = schedule.contract.flatMap { Self.isAligned($0, whole) ? $0 : nil }
        self.terms = terms
        gross = Self.gross(of: terms, schedule.problems, isPriceKnown: price != nil)
        let isSound = schedule.problems.allSatisfy { Self.ofSums.contains($0.code) }
        findings = isSound ? terms?.lint() ?? [] : []
    }

    /// Whether nothing is wrong at a place or in it.
    public func isSound(_ pointer: String) -> Bool {
        !problems.contains { $0.pointer == pointer || $0.pointer.hasPrefix(pointer + "/") }
    }

    /// The sum of what is known, of what is withheld not; nil where it does not fit.
    public var sum: Money? {
        Self.sum(
            gross.enumerated().map { position, amount in
                terms?.installments[position].isWithheld == true ? .zero : amount
            })
    }

    /// The sum of the fees that are known.
    public var sumOfFees: Money? { Self.sum(fees) }

    private static func sum(_ amounts: [Money?]) -> Money? {
        try? amounts.reduce(Money.zero) { sum, amount in try sum + (amount ?? .zero) }
    }

    private static let ofSums: Set<ProblemCode> = [
        .grossDiffers, .grossExceeds, .feesDiffer, .remainderNegative, .remainderTwice, .remainderCycle,
    ]

    /// Empty texts are what nobody has filled in yet.
    private static func withoutOpenings(_ draft: JSONDocument) -> JSONDocument {
        draft.mapTexts { $0.isEmpty ? nil : .string($0) } ?? .object([:])
    }

    /// The same with something for all that the head lacks or has wrong, so that the reader goes on to the sums.
    private static func withHead(_ written: JSONDocument) -> JSONDocument {
        var whole = written
        for name in ["number", "title", "buyer", "supplier"] { whole["/contract/" + name] = .string("?") }
        whole["/contract/currency"] = .string("CNY")
        whole["/contract/signedOn"] = .string(CalendarDay.first.description)
        whole["/calendar"] = .string("none")
        return whole
    }

    private static func read(_ written: JSONDocument) -> (contract: Contract?, problems: [Problem]) {
        var parser = JSONParser()
        let bytes = written.bytes
        let parsed = bytes.withUnsafeBufferPointer { buffer in
            parser.parse(buffer) { root in
                var reader = DossierReader(root: root, chineseHolidays: .builtIn)
                let contract = reader.registration()
                return (contract, reader.problems)
            }
        }
        switch parsed {
        case .success(let read): return read
        case .failure(let error):
            let code = ProblemCode(rawValue: error.code.rawValue) ?? .syntax
            return (nil, [Problem(pointer: "", code: code, detail: String(error.offset))])
        }
    }

    /// Whether every year, installment and assessment could be read, so that positions mean the same in both.
    private static func isAligned(_ contract: Contract, _ written: JSONDocument) -> Bool {
        contract.years.count == written["/contract/years"]?.elements.count ?? 0
            && contract.installments.count == written["/contract/installments"]?.elements.count ?? 0
            && contract.assessments.count == written["/contract/assessments"]?.elements.count ?? 0
    }
}

extension TermsReview {
    /// What each installment comes to by the terms; nil for those with something wrong in them, for what usage or
    /// withholding decides, and for remainders of sums that are not known.
    private static func gross(of terms: Contract?, _ problems: [Problem], isPriceKnown: Bool) -> [Money?] {
        guard let terms else { return [] }
        let isRead = terms.installments.indices.map { position in
            let place = "/contract/installments/\(position)/amount"
            return !problems.contains { problem in
                (problem.pointer == place || problem.pointer.hasPrefix(place + "/")) && !ofSums.contains(problem.code)
            }
        }
        guard let amounts = try? terms.grossWithoutRemainders() else { return isRead.map { _ in nil } }
        var gross = amounts.map { Optional($0) }
        for (position, installment) in terms.installments.enumerated() {
            switch installment.amount {
            case _ where !isRead[position]: gross[position] = nil
            case _ where installment.scheduledGross != nil: gross[position] = installment.scheduledGross
            case .percent(_, of: .contract) where !isPriceKnown: gross[position] = nil
            case .remainder(let base):
                let others = terms.installments.indices.filter { $0 != position && terms.belongs($0, to: base) }
                let isKnown = others.allSatisfy { isRead[$0] && terms.installments[$0].isPlain }
                gross[position] = isKnown ? try? terms.remainder(position, amounts) : nil
            case .metered, .withheld: gross[position] = nil
            case .fixed, .percent: break
            }
        }
        return gross
    }
}

extension Installment {
    /// Whether its amount follows from nothing but itself and its base.
    fileprivate var isPlain: Bool {
        switch amount {
        case .fixed, .percent: true
        case .remainder, .metered, .withheld: false
        }
    }
}

extension DossierReader {
    /// The body of a registration: terms and calendar, without facts.
    fileprivate mutating func registration() -> Contract? {
        guard let object = object(root, ["contract", "calendar"]) else { return nil }
        let contract = contract(required(object, "contract"))
        if let calendar = object.member("calendar") { _ = workingCalendar(calendar) }
        return contract
    }
}
