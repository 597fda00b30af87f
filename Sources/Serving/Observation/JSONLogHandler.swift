internal import Glibc
internal import JSON
public import Logging
internal import Values

/// Writes each event as one line of JSON: time, level, message, and the metadata as members beside them.
public struct JSONLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?
    public var logLevel = Logger.Level.info
    private let label: String
    private let write: @Sendable ([UInt8]) -> Void

    /// Hands each line, with its newline, to `write`.
    public init(label: String, write: @escaping @Sendable ([UInt8]) -> Void = JSONLogHandler.standardError) {
        self.label = label
        self.write = write
    }

    /// One entry of the metadata that every line has.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes the event.
    public func log(event: LogEvent) {
        var output = TextOutput(reservingCapacity: 320)
        output.write("{\"time\":\"")
        output.write(Self.now)
        output.write("\",\"level\":\"")
        output.write(text: event.level.rawValue)
        output.write("\",\"logger\":")
        output.write(jsonString: label)
        output.write(",\"message\":")
        output.write(jsonString: event.message.description)
        var members = metadata
        if let provided = metadataProvider?.get() { members.merge(provided) { $1 } }
        if let own = event.metadata { members.merge(own) { $1 } }
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            output.write(",")
            output.write(jsonString: key)
            output.write(":")
            output.write(metadata: value)
        }
        output.write("}\n")
        write(output.bytes)
    }

    /// One call of the system for a line, so that lines of several threads are not mixed. What cannot be written is
    /// lost: there is nowhere to complain.
    public static func standardError(_ line: [UInt8]) {
        var rest = line[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count <= 0 && errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}

extension TextOutput {
    fileprivate mutating func write(metadata value: Logger.Metadata.Value) {
        switch value {
        case .string(let text): write(jsonString: text)
        case .stringConvertible(let number as Int): write(text: String(number))
        case .stringConvertible(let number as Double) where number.isFinite: write(text: String(number))
        case .stringConvertible(let other): write(jsonString: other.description)
        case .array(let values): write(list: values) { $0.write(metadata: $1) }
        case .dictionary(let members):
            write("{")
            for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { write(",") }
                write(jsonString: member.key)
                write(":")
                write(metadata: member.value)
            }
            write("}")
        }
    }
}
