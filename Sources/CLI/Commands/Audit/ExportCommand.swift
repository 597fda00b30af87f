import ArgumentParser
import Operations
import Values

/// `tranche export`: what is taken away.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Exports evidence.", subcommands: [BundleCommand.self])

    struct BundleCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bundle",
            abstract: "Writes a bundle that tranche-verify checks without the database, and re-performs.")

        @Option(name: .customLong("contract"), parsing: .upToNextOption, help: "Numbers of contracts.")
        var contracts: [String] = []
        @Option(help: "All contracts of a department.")
        var department: String?
        @Flag(help: "Every contract, and so the whole log: then nothing can be missing.")
        var all = false
        @Option(help: ArgumentHelp("Only contracts of which something happened from this day on.", valueName: "DAY"))
        var from: DayArgument?
        @Option(help: ArgumentHelp("… and to this day.", valueName: "DAY"))
        var to: DayArgument?
        @Option(
            name: .customLong("checkpoint"),
            help: ArgumentHelp("Size of an earlier checkpoint that you hold; may be repeated.", valueName: "SIZE"))
        var checkpoints: [Int] = []
        @Option(name: .shortAndLong, help: ArgumentHelp("The file; by default tranche-SIZE.zip.", valueName: "FILE"))
        var output: String?
        @OptionGroup var workspace: WorkspaceOptions
        @OptionGroup var language: LanguageOption

        func validate() throws {
            let choices = [!contracts.isEmpty, department != nil, all].count { $0 }
            guard choices == 1 else { throw ValidationError("one of --contract, --department and --all is needed") }
        }

        func run() async throws {
            var order = BundleOrder(
                all ? .all : department.map { .department($0) } ?? .contracts(contracts))
            (order.from, order.until, order.checkpoints) = (from?.day, to?.day, checkpoints)
            let (given, path) = (order, output)
            let (bundle, bytes, name) = try await workspace.withWorkspace { opened in
                let bundle = try await opened.bundle(given)
                let name = path ?? bundle.fileName
                let file = try OutputFile.Draft(of: name)
                try await bundle.write { try file.write($0) }
                return (bundle, try file.settle(), name)
            }
            StandardStreams.emit(
                Words(language: language.language).exported(bundle, bytes: bytes, to: name) + "\n")
        }
    }
}
