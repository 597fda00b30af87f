/// The settings the program relies on, given on the server's command line so that they change with the program.
/// All others are left to `postgresql.conf` in the data directory.
enum ServerSettings {
    /// `durable` off gives up what protects against a loss of power, for data that end with the process anyway.
    static func arguments(data: String, socketDirectory: String, durable: Bool) -> [String] {
        let settings = [
            ("listen_addresses", ""),
            ("port", String(SocketDirectory.port)),
            ("unix_socket_directories", "\"\(socketDirectory)\""),
            ("unix_socket_permissions", "0700"),
            ("fsync", durable ? "on" : "off"),
            ("full_page_writes", durable ? "on" : "off"),
            ("synchronous_commit", "on"),
            ("max_connections", "100"),
            ("shared_buffers", "128MB"),
            ("timezone", "UTC"),
            ("log_timezone", "UTC"),
            ("logging_collector", "off"),
            ("log_destination", "stderr"),
            ("log_line_prefix", "%m [%p] %q%u@%d "),
            // A refused statement may carry a password; it stays out of the log.
            ("log_min_error_statement", "panic"),
        ]
        return ["-D", data] + settings.flatMap { name, value in ["-c", "\(name)=\(value)"] }
    }
}
