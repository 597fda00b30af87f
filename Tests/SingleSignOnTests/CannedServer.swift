import Glibc
import Synchronization

/// A server on 127.0.0.1 that answers each connection with the same bytes, whatever it is asked.
final class CannedServer: Sendable {
    private let listener: Int32
    let port: UInt16
    private let requests = Mutex(0)

    /// With `silent` it answers nothing and keeps the connection open.
    init?(answering answer: [UInt8], silent: Bool = false) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard isBound else { return nil }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        let work = Work(server: self, answer: answer, silent: silent)
        var thread = pthread_t()
        let box = Unmanaged.passRetained(work)
        pthread_create(&thread, nil, { Unmanaged<Work>.fromOpaque($0!).takeRetainedValue().run() }, box.toOpaque())
        pthread_detach(thread)
    }

    var asked: Int { requests.withLock { $0 } }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private final class Work: Sendable {
        let server: CannedServer
        let answer: [UInt8]
        let silent: Bool

        init(server: CannedServer, answer: [UInt8], silent: Bool) {
            (self.server, self.answer, self.silent) = (server, answer, silent)
        }

        func run() -> UnsafeMutableRawPointer? {
            var open: [Int32] = []
            while case let connection = accept(server.listener, nil, nil), connection >= 0 {
                server.requests.withLock { $0 += 1 }
                if silent {
                    open.append(connection)
                    continue
                }
                var block = [UInt8](repeating: 0, count: 4096)
                _ = read(connection, &block, block.count)
                var sent = 0
                while sent < answer.count {
                    let rest = Array(answer[sent...].prefix(65536))
                    let count = send(connection, rest, rest.count, Int32(MSG_NOSIGNAL))
                    guard count > 0 else { break }
                    sent += count
                }
                close(connection)
            }
            for connection in open { close(connection) }
            close(server.listener)
            return nil
        }
    }
}
