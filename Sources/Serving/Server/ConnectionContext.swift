internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// What a request knows of its connection.
struct ConnectionContext: InitializableFromSource {
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) { channel = source.channel }

    /// The address of the other end, without its port; empty where there is none.
    var peer: String { channel.remoteAddress?.ipAddress ?? "" }
}
