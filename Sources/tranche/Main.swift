import ArgumentParser
import CLI

/// The program: the commands of the command line, and the service beside them.
@main
struct Main: AsyncParsableCommand {
    static let configuration = {
        var configuration = TrancheCommand.configuration
        configuration.subcommands.append(ServeCommand.self)
        return configuration
    }()

    static func main() async { await TrancheCommand.start(as: Main.self) }
}
