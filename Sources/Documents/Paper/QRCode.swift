internal import CQRencode

/// A QR code (ISO/IEC 18004) as its rows of squares, by libqrencode.
public struct QRCode {
    /// Squares on a side, without the quiet zone.
    public let width: Int
    private let squares: [Bool]

    /// Nil for bytes that fit no code. A seventh of it may be damaged and it still reads (level M).
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        // The lowest bit says dark; the others how the square came to be.
        squares = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }

    /// Whether a square, counted from 0, is dark.
    public func isDark(row: Int, column: Int) -> Bool { squares[row * width + column] }

    /// What ISO/IEC 18004 asks to be left blank on each side, in squares.
    public static let quietZone = 4
}
