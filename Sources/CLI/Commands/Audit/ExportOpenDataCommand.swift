import ArgumentParser
import Operations

/// `tranche export ocds`: open contracting data.
struct ExportOpenDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ocds", abstract: "Writes open contracting data (OCDS 1.1) of contracts.")

    @Argument(help: "releases, or records with compiled releases.")
    var form = OpenData.Form.releases
    @OptionGroup var contracts: ContractChoiceOptions
    @Option(help: "Who publishes it.")
    var publisher: String
    @Option(help: ArgumentHelp("The publisher's prefix, such as ocds-a1b2c3.", valueName: "PREFIX"))
    var prefix: String
    @Option(help: ArgumentHelp("Where the package will stand.", valueName: "URI"))
    var uri: String
    @Option(help: ArgumentHelp("The day of the figures; today without it.", valueName: "DAY"))
    var asOf: DayArgument?
    @OptionGroup var output: OutputOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let publisher = OpenData.Publisher(name: publisher, prefix: prefix, uri: uri)
        let (form, choice, day) = (form, contracts.choice, asOf?.day)
        let name = output.output ?? "\(form.rawValue).json"
        let bytes = try await workspace.withWorkspace { opened in
            let data = try await opened.openData(form, of: choice, asOf: day, by: publisher)
            let file = try OutputFile.Draft(of: name)
            try await data.write { try file.write($0) }
            return try file.settle()
        }
        StandardStreams.emit(Words(language: language.language).written(bytes, to: name) + "\n")
    }
}
