internal import Audit
public import Contracts
internal import Postgres
internal import Storage
public import Values

extension Workspace {
    /// Records how large a supplier is, for contracts of a department signed from a day on (all for nil); what was
    /// recorded for the same day before no longer counts. It takes the permission to register contracts, in the
    /// caller's own department; the console names one. Throws ``AccountRefusal/unknownDepartment``.
    public func setSupplierScale(
        _ scale: SupplierScale, of supplier: String, since day: CalendarDay? = nil, department: String? = nil,
        by caller: Caller = .console
    ) async throws(OperationError) -> SupplierScaleRecord {
        try await loggingRefusals(of: caller, Act.setSupplierScale.rawValue, supplier) {
            try await database.withTransaction { session in
                let person = try await person(caller, session)
                if let person, !person.may(Act.setSupplierScale.permission) {
                    throw OperationError.forbidden(Act.setSupplierScale.permission)
                }
                let home = try await home(of: person, named: department, session)
                let said = SupplierScaleAct(supplier: supplier, department: home.name, scale: scale, since: day)
                return try await record(said, by: person, caller, session)
            }
        }
    }

    /// The department that somebody records for: the own one, whether it is named or not.
    private func home(
        of person: Actor?, named name: String?, _ session: Session
    ) async throws -> StoredDepartment {
        guard let name = name ?? person?.department.name,
            let department = try await session.department(named: name),
            person == nil || person?.department.id == department.id
        else { throw AccountRefusal.unknownDepartment }
        return department
    }

    private func record(
        _ said: SupplierScaleAct, by person: Actor?, _ caller: Caller, _ session: Session
    ) async throws -> SupplierScaleRecord {
        let act = said.act
        let entry = entry(.setSupplierScale, act.subject, detail: act.detail, by: person, caller)
        try await session.log(entry)
        let recorded = try await session.addToOffice(act, by: entry.actor, at: effects.now(), on: effects.today)
        try await session.addSupplierScale(said, recorded)
        let all = try await session.query(StoredSupplierScale.query(supplier: said.supplier))
            .map(StoredSupplierScale.init)
        guard let stored = all.first(where: { $0.entry == recorded.number }) else {
            throw AccountRefusal.unknownDepartment
        }
        return SupplierScaleRecord(stored)
    }
}
