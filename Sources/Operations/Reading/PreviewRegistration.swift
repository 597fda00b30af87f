internal import Audit
public import Contracts
internal import JSON
public import Payables
internal import Postgres
internal import Storage
public import Values

/// A contract as it would stand on the day of its registration.
public struct RegistrationPreview: Sendable {
    public let statement: Payables.Statement
    /// For each installment, the days that the calendar alone decides: without events, results and invoices.
    public let days: [PlannedDays]
    /// What is legal but suspicious.
    public let findings: [Finding]
    /// Payable against score, of each assessment that something is deducted by.
    public let curves: [PayableCurve]
    /// What would keep it from being registered today.
    public let conflicts: [Conflict]

    /// When an installment's clock starts and when it is due; nil where that depends on what people do.
    public struct PlannedDays: Equatable, Sendable {
        public let startsOn: CalendarDay?
        public let dueOn: CalendarDay?
    }
}

extension Workspace {
    /// What registering a contract, `{"contract": …, "calendar"?}`, would lead to. Nothing is written. Throws what is
    /// wrong with the terms, as the registration does; what contradicts the register is part of the answer.
    public func previewRegistration(
        _ body: [UInt8], by caller: Caller
    ) async throws(OperationError) -> RegistrationPreview {
        let submission = try await mappingErrors { try Submission.read(registration: body, today: effects.today) }
        let registered = JournalReading(.contract(submission.number), journals)
        let queries = [registered.query, StoredDepartment.query(named: submission.buyer)]
        let conflicts = try await reading(
            "preview-registration", submission.number, by: caller, queries
        ) { authority, answers in
            try authority.require(.registerContracts)
            let isTaken = !(try answers.next().isEmpty)
            let buyer = try answers.next().first(StoredDepartment.init)
            var conflicts: [Conflict] = []
            if isTaken {
                conflicts.append(
                    Conflict(pointer: "/contract/number", code: .contractRegistered, detail: submission.number))
            }
            if authority.actor != nil, buyer.map({ authority.isAtHome(buyer: $0.key) }) != true {
                conflicts.append(Conflict(pointer: "/contract/buyer", code: .foreignBuyer, detail: submission.buyer))
            }
            return conflicts
        }
        return try await mappingErrors {
            try await loadCalendar(try await database.withConnection { try await $0.calendarNumber() })
            return try RegistrationPreview(submission, conflicts, today: effects.today, holidays)
        }
    }
}

extension RegistrationPreview {
    fileprivate init(
        _ submission: Submission, _ conflicts: [Conflict], today: CalendarDay, _ holidays: HolidayTable
    ) throws(Problems) {
        let dossier = try submission.dossier(asOf: today, holidays)
        statement = try Payables.statement(of: dossier)
        // At the end of time only what waits for people is still open. Interest for so long may be too much to compute.
        let later = try? Payables.statement(of: submission.dossier(asOf: .last, holidays))
        days = dossier.contract.installments.indices.map { position in
            let row = later?.installments[position]
            return PlannedDays(startsOn: row?.startedOn, dueOn: row?.dueOn)
        }
        findings = dossier.lint()
        curves = dossier.contract.assessments.indices.compactMap { position in
            let assessment = dossier.contract.assessments[position]
            let deducts = !assessment.bands.isEmpty || !assessment.points.isEmpty
            guard assessment.installment != nil, deducts else { return nil }
            return try? PayableCurve(of: dossier.assuming(.highest, for: position), assessment: position)
        }
        self.conflicts = conflicts + Conflict.unstorable(dossier)
    }
}

extension Submission {
    /// The registration as a dossier without facts, for a day.
    fileprivate func dossier(asOf day: CalendarDay, _ holidays: HolidayTable) throws(Problems) -> Dossier {
        // `{"asOf": …, "facts": [], …` and the members of the registration.
        let bytes = Array("{\"asOf\":\"\(day)\",\"facts\":[],".utf8) + registration.dropFirst()
        var parser = JSONParser()
        return try Dossier.reading(bytes, with: &parser, holidays)
    }
}
