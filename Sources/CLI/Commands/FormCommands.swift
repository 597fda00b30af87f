import ArgumentParser
import Operations

/// `tranche export template`: the form that `tranche import-form` reads.
struct ExportTemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Writes an empty workbook for contracts, invoices and assessments, which tranche import-form reads.")

    @OptionGroup var output: OutputOption
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let language = language.language
        let bytes = try await workspace.withWorkspace { try await $0.importTemplate(in: language) }
        let words = Words(language: language)
        try output.write(bytes, named: words.choose("登记表.xlsx", "form.xlsx"), words)
    }
}

/// `tranche import-form`: records what a filled-in workbook says.
struct ImportFormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-form",
        abstract: "Records the contracts, invoices and assessments of a filled-in workbook.",
        discussion: """
            What is wrong is told cell by cell, and --marked writes the same workbook with the cells marked. The same \
            workbook again records nothing twice.
            """)

    @Argument(help: "The workbook (XLSX), made from tranche export template.")
    var file: String
    @Option(help: ArgumentHelp("Where the marked workbook goes if something is wrong.", valueName: "FILE"))
    var marked: String?
    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var language: LanguageOption

    func run() async throws {
        let (bytes, language) = (try InputFile.read(file), language.language)
        let words = Words(language: language)
        let outcome = try await workspace.withWorkspace(creating: true) {
            try await $0.importWorkbook(bytes, in: language, by: .console)
        }
        switch outcome {
        case .recorded(let contracts, let facts):
            StandardStreams.emit(words.recorded(contracts: contracts, facts: facts) + "\n")
        case .problems(let problems, let workbook):
            for problem in problems { StandardStreams.complain(words.line(problem)) }
            if let marked {
                let draft = try OutputFile.Draft(of: marked)
                try draft.write(workbook)
                StandardStreams.complain(words.written(try draft.settle(), to: marked))
            }
            throw ExitCode.badData
        }
    }
}
