/// Places in a sheet as formulas write them.
enum SheetAddress {
    /// The letters of a column, counted from 0: A, Z, AA.
    static func column(_ position: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(position % 26)))
        return position < 26 ? letter : column(position / 26 - 1) + letter
    }
}
