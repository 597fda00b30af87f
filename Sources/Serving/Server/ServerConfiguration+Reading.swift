internal import Configuration
internal import SingleSignOn

/// Settings that hold no value that can be used, by the names of their variables.
public struct ConfigurationError: Error, Equatable, Sendable {
    public let variables: [String]
}

extension ServerConfiguration {
    /// Reads the settings: options given to the command, by key, go before variables of the environment. All that
    /// cannot be used is told at once; nothing that was set is passed over.
    public static func read(
        environment: [String: String], options: [String: String] = [:]
    ) throws(ConfigurationError) -> ServerConfiguration {
        let given = options.map { (AbsoluteConfigKey(Self.components($0)), ConfigValue(.string($1), isSecret: false)) }
        let reader = ConfigReader(providers: [
            InMemoryProvider(values: Dictionary(given) { $1 }),
            EnvironmentVariablesProvider(environmentVariables: environment),
        ])
        var configuration = ServerConfiguration()
        var unusable: [String] = []
        for setting in Setting.all {
            guard let text = reader.string(forKey: ConfigKey(components(setting.key))) else { continue }
            if !setting.apply(&configuration, text) { unusable.append(setting.variable) }
        }
        if let tls = configuration.tls, tls.certificate.isEmpty || tls.key.isEmpty {
            unusable += ["TRANCHE_HTTP_CERTIFICATE", "TRANCHE_HTTP_KEY"]
        }
        if let provider = configuration.singleSignOn, !provider.isComplete || (try? SingleSignOn(provider)) == nil {
            unusable.append("TRANCHE_SSO_*")
        }
        if !unusable.isEmpty { throw ConfigurationError(variables: unusable) }
        return configuration
    }

    private static func components(_ key: String) -> [String] {
        ["tranche"] + key.split(separator: ".").map(String.init)
    }
}
