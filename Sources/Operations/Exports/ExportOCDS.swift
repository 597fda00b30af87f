internal import Contracts
internal import Documents
internal import Postgres
internal import Reperformance
internal import Storage
public import Values

/// Open Contracting Data (OCDS 1.1) of contracts, as the caller publishes it.
public struct OpenData: Sendable {
    /// Releases, or a record with the compiled release of each contract.
    public enum Form: String, CaseIterable, Sendable {
        case releases, records
    }

    /// Who publishes, and under which names.
    public struct Publisher: Equatable, Sendable {
        public var name: String
        /// The prefix that the Open Contracting Partnership gave, such as `ocds-a1b2c3`.
        public var prefix: String
        /// Where the package will stand.
        public var uri: String

        /// Takes the parts as they are.
        public init(name: String, prefix: String, uri: String) {
            self.name = name
            self.prefix = prefix
            self.uri = uri
        }
    }

    let source: ReportSource
    let database: Database
    let publication: OCDSPublication
    let form: Form

    /// Writes the package, contract by contract. What `take` throws ends it.
    public nonisolated(nonsending) func write(
        to take: nonisolated(nonsending) ([UInt8]) async throws -> Void
    ) async throws {
        var package = OCDSPackage(publication, form == .releases ? .releases : .records)
        var output = TextOutput(reservingCapacity: 1 << 16)
        package.open(to: &output)
        try await source.contracts.forEach { journals in
            let statements = try journals.compactMap { try source.statement($0) }
            for (statement, scale) in zip(statements, try await source.scales(statements, database)) {
                var contract = OCDSContract(statement)
                contract.supplierScale = OCDSScale(scale)
                package.add(contract, to: &output)
            }
            try await take(output.bytes)
            output = TextOutput(reservingCapacity: 1 << 16)
        }
        package.close(to: &output)
        try await take(output.bytes)
    }
}

extension Workspace {
    /// Prepares the open data of the contracts that the caller sees. Throws ``ReportRefusal/nothingToPublish`` where
    /// there are none: a package without contracts is not valid.
    public func openData(
        _ form: OpenData.Form, of choice: ContractChoice = .all, asOf day: CalendarDay? = nil,
        by publisher: OpenData.Publisher, for caller: Caller = .console
    ) async throws(OperationError) -> OpenData {
        let (authority, scope) = try await scope(
            "export-ocds", .exportEvidence, by: caller, department: choice.department)
        try await recordExport("ocds \(form.rawValue)", choice.words, by: authority)
        return try await mappingErrors {
            let contracts = try await contracts(choice, scope)
            guard !contracts.isEmpty else { throw ReportRefusal.nothingToPublish }
            let source = ReportSource(
                contracts: ContractPages(database: database, numbers: contracts),
                calendars: try await calendarVersions(), asOf: day ?? effects.today, knownAt: effects.now())
            return OpenData(
                source: source, database: database,
                publication: OCDSPublication(
                    uri: publisher.uri, publisher: OCDSPublisher(name: publisher.name), publishedAt: effects.now(),
                    ocidPrefix: publisher.prefix), form: form)
        }
    }
}
