internal import Logging
package import Operations
internal import Prometheus
internal import SingleSignOn

/// Everything that requests share.
package struct ServerContext: Sendable {
    package let workspace: Workspace
    package let configuration: ServerConfiguration
    package let metrics: HTTPMetrics
    let log: RequestLog
    let table: RouteTable
    package let cookie: SessionCookie
    let fields: StandardFields
    let addresses: ClientAddress
    /// Nil where no identity provider is configured.
    let singleSignOn: SingleSignOn?

    init(
        _ workspace: Workspace, _ configuration: ServerConfiguration, doors: [Door], registry: MetricsRegistry,
        logger: Logger
    ) throws(SingleSignOnError) {
        self.workspace = workspace
        self.configuration = configuration
        metrics = HTTPMetrics(registry)
        log = RequestLog(logger: logger)
        table = RouteTable(doors, metrics: metrics)
        cookie = SessionCookie(isSecure: configuration.isSecure)
        fields = StandardFields(isSecure: configuration.isSecure)
        addresses = ClientAddress(trusting: configuration.trustedProxies)
        singleSignOn = try configuration.singleSignOn.map { (settings) throws(SingleSignOnError) in
            try SingleSignOn(settings)
        }
    }
}
