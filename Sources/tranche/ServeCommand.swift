import API
import ArgumentParser
import CLI
import Logging
import Serving
import Web

/// `tranche serve`: the HTTP service, until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the HTTP interface until SIGTERM or Ctrl-C; then it finishes the requests in flight.",
        discussion: """
            The interface is described at /openapi.json. Logs go to standard error, one line of JSON each. Options go \
            before environment variables, which are:

            """ + Setting.all.map(line).joined(separator: "\n"))

    @Option(help: ArgumentHelp("Address to listen at.", valueName: "ADDRESS"))
    var host: String?
    @Option(help: ArgumentHelp("Port; 0 takes a free one and logs it.", valueName: "NUMBER"))
    var port: String?
    @Option(help: ArgumentHelp("Certificate chain in PEM; with --key, TLS.", valueName: "FILE"))
    var certificate: String?
    @Option(help: ArgumentHelp("Private key of the certificate in PEM.", valueName: "FILE"))
    var key: String?
    @Option(help: ArgumentHelp("Who may read /metrics: loopback, anybody or nobody.", valueName: "WHO"))
    var metrics: String?
    @Option(help: ArgumentHelp("Least level that is logged: debug, info, warning or error.", valueName: "LEVEL"))
    var logLevel: String?

    @OptionGroup var workspace: WorkspaceOptions

    func run() async throws {
        let options = [
            "http.host": host, "http.port": port, "http.certificate": certificate, "http.key": key,
            "http.metrics": metrics, "log.level": logLevel,
        ]
        let configuration: ServerConfiguration
        do {
            configuration = try .read(
                environment: WorkspaceOptions.environment, options: options.compactMapValues { $0 })
        } catch {
            throw ValidationError("no value that can be used: " + error.variables.joined(separator: ", "))
        }
        var logger = Logger(label: "tranche") { JSONLogHandler(label: $0) }
        logger.logLevel = configuration.logLevel
        try await workspace.withService(logger: logger) { opened in
            try await Server(opened, configuration, doors: [Web.door, API.door], logger: logger).runUntilSignalled()
        }
    }

    private static func line(_ setting: Setting) -> String {
        let standard = setting.standard.isEmpty ? "" : " Default: \(setting.standard)."
        return "  \(setting.variable): \(setting.help)\(standard)"
    }
}
