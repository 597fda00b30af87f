internal import HTTPTypes

/// The name of one request in logs, of the client's choice or made here.
struct RequestID: Sendable {
    let text: String

    /// Takes a name of 1 to 64 letters, digits and `. _ -`; anything else is replaced, for it goes into logs.
    init(_ given: String?) {
        if let given, (1...64).contains(given.utf8.count), given.utf8.allSatisfy(Self.isAllowed) {
            text = given
        } else {
            text = Self.random()
        }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// 64 bits of chance in 16 hexadecimal digits.
    private static func random() -> String {
        var left = UInt64.random(in: .min ... .max)
        return String(unsafeUninitializedCapacity: 16) { buffer in
            for index in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: left & 15)
                buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
                left >>= 4
            }
            return 16
        }
    }
}
