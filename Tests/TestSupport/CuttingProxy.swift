import Foundation
import Glibc
import Synchronization

/// Stands between a program and a PostgreSQL server on their Unix socket, passes bytes on, counts them, and cuts the
/// connection behind the byte that a test names.
public final class CuttingProxy: Sendable {
    /// Which bytes are counted.
    public enum Direction: Sendable, CaseIterable {
        case toServer, toProgram
    }

    /// Where to cut.
    public struct Cut: Sendable {
        let direction: Direction
        let after: Int
        /// Connections that are refused behind it.
        let refused: Int

        /// Behind so many bytes, counted from the moment at which the cut is set.
        public init(_ direction: Direction, after: Int, refusing refused: Int = 0) {
            self.direction = direction
            self.after = after
            self.refused = refused
        }
    }

    private struct State {
        var passed: [Direction: Int] = [:]
        var cut: Cut?
        var refusing = 0
        var cuts = 0
        var open: Set<Int32> = []
        var isClosed = false
    }

    /// The directory with the socket, what libpq calls the host.
    public let directory: String
    private let listener: Int32
    /// No server that another test starts meanwhile may inherit a connection, or it would stay open behind the cut.
    private static let stream = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    private let target: String
    private let state = Mutex(State())

    /// Listens in a new directory, under the same port number as the server's socket. Throws where it cannot.
    public init(host: String, port: Int) throws {
        target = "\(host)/.s.PGSQL.\(port)"
        directory = "/tmp/cut-\(getpid())-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        listener = socket(AF_UNIX, Self.stream, 0)
        let path = "\(directory)/.s.PGSQL.\(port)"
        let isBound = Self.withAddress(path) { bind(listener, $0, $1) } == 0
        guard isBound, listen(listener, 64) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread.detachNewThread { [self] in accepting() }
    }

    /// Counts anew from now on, and cuts there; nil lets everything pass.
    public func set(_ cut: Cut?) {
        state.withLock {
            $0.cut = cut
            $0.passed = [:]
            $0.refusing = 0
        }
    }

    /// Bytes passed on since the counting began.
    public func passed(_ direction: Direction) -> Int { state.withLock { $0.passed[direction, default: 0] } }

    /// How often it cut.
    public var cuts: Int { state.withLock { $0.cuts } }

    /// Ends all.
    public func close() {
        let open = state.withLock { state in
            state.isClosed = true
            return state.open
        }
        for descriptor in open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        shutdown(listener, Int32(SHUT_RDWR))
        try? FileManager.default.removeItem(atPath: directory)
    }

    private func accepting() {
        while true {
            let program = accept(listener, nil, nil)
            guard program >= 0 else {
                Glibc.close(listener)
                return
            }
            _ = fcntl(program, F_SETFD, FD_CLOEXEC)
            let isRefused = state.withLock { state in
                guard state.refusing > 0 else { return state.isClosed }
                state.refusing -= 1
                return true
            }
            let server = isRefused ? -1 : socket(AF_UNIX, Self.stream, 0)
            guard server >= 0, Self.withAddress(target, { connect(server, $0, $1) }) == 0 else {
                Glibc.close(program)
                if server >= 0 { Glibc.close(server) }
                continue
            }
            state.withLock { $0.open.formUnion([program, server]) }
            Thread.detachNewThread { [self] in pump(program, server) }
        }
    }

    /// Passes on what comes from either side until one ends or the cut is reached.
    private func pump(_ program: Int32, _ server: Int32) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var polled = [
            pollfd(fd: program, events: Int16(POLLIN), revents: 0),
            pollfd(fd: server, events: Int16(POLLIN), revents: 0),
        ]
        loop: while poll(&polled, 2, -1) > 0 {
            for (index, direction) in [Direction.toServer, .toProgram].enumerated() where polled[index].revents != 0 {
                let count = read(polled[index].fd, &buffer, buffer.count)
                guard count > 0 else { break loop }
                let (allowed, isCut) = pass(count, direction)
                guard Self.write(buffer[..<allowed], to: polled[1 - index].fd), !isCut else { break loop }
            }
        }
        state.withLock { $0.open.subtract([program, server]) }
        Glibc.close(program)
        Glibc.close(server)
    }

    /// How many of the bytes may pass, and whether the connection ends behind them.
    private func pass(_ count: Int, _ direction: Direction) -> (allowed: Int, isCut: Bool) {
        state.withLock { state in
            let before = state.passed[direction, default: 0]
            guard let cut = state.cut, cut.direction == direction, before + count >= cut.after else {
                state.passed[direction] = before + count
                return (count, false)
            }
            state.cut = nil
            state.refusing = cut.refused
            state.cuts += 1
            return (max(0, cut.after - before), true)
        }
    }

    private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static func withAddress<Value>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) -> Value {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
