internal import Logging
internal import Operations
internal import Prometheus
internal import SingleSignOn

/// Everything that requests share.
struct APIService: Sendable {
    let workspace: Workspace
    let configuration: ServerConfiguration
    let metrics: HTTPMetrics
    let log: RequestLog
    /// The description of the interface (OpenAPI 3.1).
    let description: [UInt8]
    let table: RouteTable
    let cookie: SessionCookie
    let fields: StandardFields
    let addresses: ClientAddress
    /// Nil where no identity provider is configured.
    let singleSignOn: SingleSignOn?

    init(
        _ workspace: Workspace, _ configuration: ServerConfiguration, routes: [Route], registry: MetricsRegistry,
        logger: Logger
    ) throws(SingleSignOnError) {
        self.workspace = workspace
        self.configuration = configuration
        metrics = HTTPMetrics(registry)
        log = RequestLog(logger: logger)
        description =
            OpenAPIDocument(routes: routes, cookie: SessionCookie(isSecure: configuration.isSecure).name).bytes
        table = RouteTable(routes, metrics: metrics)
        cookie = SessionCookie(isSecure: configuration.isSecure)
        fields = StandardFields(isSecure: configuration.isSecure)
        addresses = ClientAddress(trusting: configuration.trustedProxies)
        singleSignOn = try configuration.singleSignOn.map { (settings) throws(SingleSignOnError) in
            try SingleSignOn(settings)
        }
    }
}
