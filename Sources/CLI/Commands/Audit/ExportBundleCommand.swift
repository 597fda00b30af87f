import ArgumentParser
import Operations

/// `tranche export bundle`: what an auditor takes away.
struct ExportBundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Writes a bundle that tranche-verify checks without the database, and re-performs.",
        discussion: "With --all it holds the whole log: then nothing can be missing.")

    @OptionGroup var contracts: ContractChoiceOptions
    @Option(help: ArgumentHelp("Only contracts of which something happened from this day on.", valueName: "DAY"))
    var from: DayArgument?
    @Option(help: ArgumentHelp("… and to this day.", valueName: "DAY"))
    var to: DayArgument?
    @Option(
        name: .customLong("checkpoint"),
        help: ArgumentHelp("Size of an earlier checkpoint that you hold; may be repeated.", valueName: "SIZE"))
    var checkpoints: [Int] = []
    @OptionGroup var output: OutputOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        var order = BundleOrder(contracts.choice)
        (order.from, order.until, order.checkpoints) = (from?.day, to?.day, checkpoints)
        let (given, path) = (order, output.output)
        let (bundle, bytes, name) = try await workspace.withWorkspace { opened in
            let bundle = try await opened.bundle(given)
            let name = path ?? bundle.fileName
            let file = try OutputFile.Draft(of: name)
            try await bundle.write { try file.write($0) }
            return (bundle, try file.settle(), name)
        }
        StandardStreams.emit(Words(language: language.language).exported(bundle, bytes: bytes, to: name) + "\n")
    }
}
