import ArgumentParser
import JSON
import Operations
import Values
import YAML

/// `tranche record`: one fact of a registered contract.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records one fact of a contract.",
        discussion: """
            Either words: tranche record MS-2020-TFSMY paid on=2022-02-10 installment=y1-balance amount=718880.00
            with lists as failed=technical,training and incidents as incidents=stability:2,staff:1,
            or a JSON or YAML file with the fact: tranche record MS-2020-TFSMY --file fact.json
            A command that may be sent twice carries --key: the same key and fact gives the first answer again.
            """)

    @Argument(help: ArgumentHelp("The contract's number.", valueName: "NUMBER"))
    var number: String

    @Argument(
        help: ArgumentHelp("The kind of fact, then name=value for each of its fields.", valueName: "KIND NAME=VALUE"))
    var words: [String] = []

    @Option(help: ArgumentHelp("A file with the fact in place of words; - is standard input.", valueName: "FILE"))
    var file: String?

    @Option(help: "Idempotency key.")
    var key: String?

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var language: LanguageOption

    func validate() throws {
        guard (file == nil) == words.isEmpty else { return }
        throw ValidationError("Give the fact either in words or by --file.")
    }

    func run() async throws {
        let fact = try file.map { try Self.read($0) } ?? FactWords.json(words)
        let (number, key) = (number, key)
        let recorded = try await workspace.withWorkspace { workspace in
            try await workspace.recordFact(fact, of: number, idempotencyKey: key)
        }
        var table = TextTable(columns: Words(language: language.language).recordedColumns)
        table.rows = [
            [
                .text(recorded.contract), .number(recorded.entry), .text(recorded.id),
                .text(recorded.recordedAt.description),
                .text(recorded.recordedBy), .text(recorded.hash),
            ]
        ]
        StandardStreams.emit(table.render(format.format).bytes)
    }

    private static func read(_ file: String) throws -> [UInt8] {
        let bytes = try InputFile.read(file == "-" ? "/dev/stdin" : file)
        guard file.hasSuffix(".yaml") || file.hasSuffix(".yml") else { return bytes }
        do throws(YAMLError) { return try JSONFromYAML.convert(bytes) } catch {
            throw ValidationError("\(file):\(error)")
        }
    }
}
