import ArgumentParser
import Operations

/// Whose contracts an export takes.
struct ContractChoiceOptions: ParsableArguments {
    @Option(name: .customLong("contract"), parsing: .upToNextOption, help: "Numbers of contracts.")
    var contracts: [String] = []
    @Option(help: "All contracts of a department.")
    var department: String?
    @Flag(help: "Every contract.")
    var all = false

    func validate() throws {
        let choices = [!contracts.isEmpty, department != nil, all].count { $0 }
        guard choices == 1 else { throw ValidationError("one of --contract, --department and --all is needed") }
    }

    var choice: ContractChoice { all ? .all : department.map { .department($0) } ?? .contracts(contracts) }
}
