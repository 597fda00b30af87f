public import ArgumentParser
public import Contracts
import Operations
import Values

/// `tranche supplier`: what departments know of their suppliers.
struct SupplierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supplier", abstract: "Records and shows what departments know of their suppliers.",
        subcommands: [Scale.self])

    struct Scale: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records how large a supplier is (供应商规模), or shows what is recorded.",
            discussion: """
                Micro, small and medium enterprises are to be paid within the time that 《保障中小企业款项支付条例》 sets; \
                the scale at the signing of a contract counts.
                """)

        @Argument(help: "The supplier's name.")
        var name: String
        @Option(help: ArgumentHelp("Record it: micro, small, medium, large or unknown."))
        var scale: SupplierScale?
        @Option(help: ArgumentHelp("The department whose contracts it is about.", valueName: "NAME"))
        var department: String?
        @Option(help: ArgumentHelp("For contracts signed from this day on; default: for all.", valueName: "DAY"))
        var since: DayArgument?

        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var format: FormatOption
        @OptionGroup var language: LanguageOption

        func validate() throws {
            if scale != nil, department == nil { throw ValidationError("--scale needs --department.") }
            if scale == nil, since != nil || department != nil { throw ValidationError("Give --scale as well.") }
        }

        func run() async throws {
            let (name, scale, department, since) = (name, scale, department, since?.day)
            let records = try await workspace.withWorkspace { workspace in
                if let scale {
                    _ = try await workspace.setSupplierScale(scale, of: name, since: since, department: department)
                }
                return try await workspace.supplierScales(of: name)
            }
            let words = Words(language: language.language)
            var table = TextTable(columns: words.supplierScaleColumns)
            table.rows = records.map { words.row($0) }
            StandardStreams.emit(table.render(format.format).bytes)
        }
    }
}

extension SupplierScale: ExpressibleByArgument {}
