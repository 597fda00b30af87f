import TestSupport
import Testing

@testable import Operations

@Suite struct DocumentNameTests {
    @Test(arguments: [
        "a", "发票 2022-0012.pdf", "a\"b.pdf", "%2e%2e", "a;b='c'", ".htaccess", "…", "e\u{301}.pdf",
        String(repeating: "x", count: 200), String(repeating: "票", count: 66) + "ab",
    ])
    func namesOfFilesAreAllowed(name: String) {
        #expect(DocumentName.isAllowed(name))
    }

    @Test(arguments: [
        "", " ", " a", "a ", ".", "..", "/", "a/b", "..\\a", "C:\\a.pdf", "a\0.pdf", "a\nb", "a\r\nX: y", "a\tb",
        "a\u{7f}", "a\u{85}", "invoice\u{202e}fdp.exe", "a\u{200b}b", "\u{feff}a", "a\u{2066}b", "a\u{61c}b",
        String(repeating: "x", count: 201), String(repeating: "票", count: 67),
    ])
    func otherNamesAreNot(name: String) {
        #expect(!DocumentName.isAllowed(name))
    }

    @Test(arguments: [
        ("a.pdf", "attachment; filename=\"a.pdf\"; filename*=UTF-8''a.pdf"),
        ("发票.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E5%8F%91%E7%A5%A8.pdf"),
        ("a b\"c.pdf", "attachment; filename=\"a b_c.pdf\"; filename*=UTF-8''a%20b%22c.pdf"),
        ("a\\\"; x=\"y", "attachment; filename=\"a__; x=_y\"; filename*=UTF-8''a_%22%3B%20x%3D%22y"),
        ("50%41.pdf", "attachment; filename=\"50_41.pdf\"; filename*=UTF-8''50%2541.pdf"),
        ("a\r\nSet-Cookie: b", "attachment; filename=\"a__Set-Cookie: b\"; filename*=UTF-8''a__Set-Cookie%3A%20b"),
        ("../../etc/passwd", "attachment; filename=\".._.._etc_passwd\"; filename*=UTF-8''.._.._etc_passwd"),
        ("x'y''z", "attachment; filename=\"x'y''z\"; filename*=UTF-8''x%27y%27%27z"),
        ("a\u{202e}fdp.exe", "attachment; filename=\"a_fdp.exe\"; filename*=UTF-8''a_fdp.exe"),
        ("", "attachment; filename=\"\"; filename*=UTF-8''"),
    ])
    func dispositionsAreOfRFC6266And8187(name: String, header: String) {
        #expect(ContentDisposition.attachment(name) == header)
    }

    /// Whatever the name: visible ASCII, two parameters, and each of the two readable by its grammar alone.
    @Test func noNameBreaksOutOfTheHeader() throws {
        var generator = SeededGenerator(named: "content-disposition")
        let nasty = Array("\"\\%;=,'\r\n\0\t/ .aé票😀\u{202e}\u{7f}<>*".unicodeScalars)
        for _ in 0..<2000 {
            var name = ""
            for _ in 0..<Int.random(in: 0...12, using: &generator) {
                if let scalar = nasty.randomElement(using: &generator) { name.unicodeScalars.append(scalar) }
            }
            let header = ContentDisposition.attachment(name)
            #expect(header.utf8.allSatisfy { (0x20...0x7e).contains($0) }, "\(name.debugDescription)")
            let isWhole = header.wholeMatch(
                of: #/attachment; filename="[^"\\%\/]*"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*/#)
            #expect(isWhole != nil, "\(name.debugDescription): \(header)")
        }
    }
}
