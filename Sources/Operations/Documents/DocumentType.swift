/// The formats that evidence may have.
public enum DocumentType: String, CaseIterable, Sendable {
    case pdf = "application/pdf"
    /// GB/T 33190, a ZIP archive with OFD.xml.
    case ofd = "application/ofd"
    case xml = "application/xml"
    case png = "image/png"
    case jpeg = "image/jpeg"
    case tiff = "image/tiff"

    /// What a file of it is called behind the dot.
    public var fileExtension: String {
        switch self {
        case .pdf: "pdf"
        case .ofd: "ofd"
        case .xml: "xml"
        case .png: "png"
        case .jpeg: "jpg"
        case .tiff: "tif"
        }
    }
}

extension DocumentType {
    /// Reads a media type as a client declares it; nil where it declares nothing (`application/octet-stream`, what
    /// browsers say of a file that they do not know). Throws ``DocumentRefusal/typeNotAllowed`` for any other.
    static func declared(_ text: String?) throws(DocumentRefusal) -> DocumentType? {
        let essence = (text ?? "").prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
        switch essence {
        case "", "application/octet-stream": return nil
        case "text/xml": return .xml
        case "image/jpg": return .jpeg
        case "application/vnd.ofd": return .ofd
        default:
            guard let type = DocumentType(rawValue: essence) else { throw .typeNotAllowed }
            return type
        }
    }
}
