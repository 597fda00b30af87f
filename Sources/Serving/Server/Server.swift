internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
public import Logging
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
public import Operations
internal import Prometheus
public import ServiceLifecycle
internal import UnixSignals

/// The HTTP service over an open workspace. Whoever opened the workspace closes it when ``run()`` has returned.
public struct Server: ServiceLifecycle.Service {
    private let context: ServerContext
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// Prepares the service; `onListening` is told the port once connections are accepted. Throws where the keys of the
    /// identity provider come from where they may not.
    public init(
        _ workspace: Workspace, _ configuration: ServerConfiguration = ServerConfiguration(), doors: [Door],
        logger: Logger, onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws {
        context = try ServerContext(workspace, configuration, doors: doors, registry: MetricsRegistry(), logger: logger)
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until its task is told to shut down gracefully: then it takes no new
    /// connections, finishes the requests in flight, and returns. Throws where the address or the certificate cannot
    /// be used.
    public func run() async throws { try await run(stoppingOn: []) }

    /// The same, and until SIGTERM or SIGINT: what a program calls that does nothing else.
    public func runUntilSignalled() async throws { try await run(stoppingOn: [.sigterm, .sigint]) }

    private func run(stoppingOn signals: [UnixSignal]) async throws {
        var group = ServiceGroupConfiguration(
            services: [
                Housekeeping(tasks: Housekeeping.standard(context), logger: logger),
                Housekeeping(tasks: Housekeeping.sealing(context), logger: logger, interval: .seconds(1)),
                try application(),
            ],
            gracefulShutdownSignals: signals, logger: quiet)
        group.maximumGracefulShutdownDuration = context.configuration.limits.shutdownTime
        try await ServiceGroup(configuration: group).run()
    }

    /// Loops only carry bytes between sockets and the threads that handlers run on. One for two processors leaves those
    /// their half: with a loop for each, answering a statement took 30 % more processor time.
    private static let loops = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))

    private func application() throws -> some ServiceLifecycle.Service {
        let configuration = context.configuration
        return Application(
            responder: Responder(server: context), server: try server(),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: .maximum(configuration.limits.connections, logger: quiet)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? configuration.port
                logger.info("listening", metadata: ["host": "\(configuration.host)", "port": .stringConvertible(port)])
                await onListening(port)
            },
            eventLoopGroupProvider: .shared(Self.loops), logger: quiet)
    }

    /// The libraries say little that an operator needs, and some of it quotes what clients sent.
    private var quiet: Logger {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        return quiet
    }

    private func server() throws -> HTTPServerBuilder {
        let limits = context.configuration.limits
        let plain = HTTPServerBuilder.http1(
            configuration: .init(
                additionalChannelHandlers: [ConnectionGuard(limits)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes,
                    maxHeaderFieldCount: 100)))
        guard let files = context.configuration.tls else { return plain }
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(files.certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["http/1.1"]
        return try .tls(plain, tlsConfiguration: tls)
    }
}
