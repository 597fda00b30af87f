/// The object identifiers of the built-in types that this client reads and writes (pg_type.dat of PostgreSQL).
enum TypeIdentifier {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let oid: UInt32 = 26
    static let jsonb: UInt32 = 3802
    static let date: UInt32 = 1082
    static let timestamptz: UInt32 = 1184
    static let numeric: UInt32 = 1700
    static let uuid: UInt32 = 2950
    static let int8Array: UInt32 = 1016
    static let textArray: UInt32 = 1009

    /// Types whose binary form is their text: char, name, text, json, xml, unknown, bpchar, varchar;
    /// enumerations are user-defined and start at 16384.
    static func isText(_ type: UInt32) -> Bool {
        switch type {
        case 18, 19, 25, 114, 142, 705, 1042, 1043, 2278: true
        default: type >= 16384
        }
    }
}
