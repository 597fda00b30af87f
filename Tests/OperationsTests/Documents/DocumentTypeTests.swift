import Testing

@testable import Operations

@Suite struct DocumentTypeTests {
    @Test(arguments: [
        ("%PDF-1.7\n", DocumentSign.type(.pdf)), ("%PDF-", .type(.pdf)), ("%PDF", .unknown), (" %PDF-", .unknown),
        ("%pdf-", .unknown), ("\u{1}PDF", .unknown), ("PK\u{3}\u{4}", .archive), ("PK\u{5}\u{6}", .unknown),
        ("<?xml version='1.0'?>", .type(.xml)), ("<?xml-stylesheet?>", .type(.xml)), ("<?php echo 1", .unknown),
        ("\u{feff}<?xml version=\"1.0\"?>", .type(.xml)), ("\r\n\t <EInvoice>", .type(.xml)), ("<发票>", .type(.xml)),
        ("<!-- a -->", .type(.xml)), ("<!DOCTYPE html>", .unknown), ("<!DOCTYPE x [<!ENTITY y SYSTEM 'z'>]>", .unknown),
        ("<html>", .unknown), ("<HTML lang=zh>", .unknown), ("<h:html>", .unknown), ("<svg onload=x>", .unknown),
        ("<htmlish>", .type(.xml)), ("<", .unknown), ("< a>", .unknown), ("<1>", .unknown), ("a<b>", .unknown),
        ("", .unknown), ("MZ", .unknown), ("#!/bin/sh", .unknown), ("GIF89a", .unknown), ("II*", .unknown),
        ("II*\0", .type(.tiff)), ("MM\0*", .type(.tiff)), ("{\"a\":1}", .unknown),
    ])
    func isToldByTheFirstBytes(text: String, sign: DocumentSign) {
        #expect(DocumentSign(Array(text.utf8)) == sign)
    }

    @Test(arguments: [
        ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], DocumentSign.type(.png)),
        ([0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a, 0], .unknown), ([0xff, 0xd8, 0xff, 0xe0], .type(.jpeg)),
        ([0xff, 0xd8], .unknown), ([0xff, 0xfe, 0x3c, 0, 0x3f, 0], .type(.xml)),
        ([0xfe, 0xff, 0, 0x3c, 0, 0x3f], .type(.xml)), ([0xff, 0xfe, 0x3c, 0], .unknown),
    ])
    func isToldByBytesThatAreNoText(bytes: [UInt8], sign: DocumentSign) {
        #expect(DocumentSign(bytes) == sign)
    }

    @Test(
        arguments: [
            (nil, nil), ("", nil), ("application/octet-stream", nil), ("application/pdf", DocumentType.pdf),
            ("Application/PDF ; name=\"a\"", .pdf), ("text/xml; charset=utf-8", .xml), ("image/jpg", .jpeg),
            ("application/vnd.ofd", .ofd), ("image/tiff", .tiff),
        ] as [(String?, DocumentType?)])
    func declarationsAreRead(text: String?, type: DocumentType?) throws {
        #expect(try DocumentType.declared(text) == type)
    }

    @Test(arguments: ["text/html", "image/svg+xml", "application/zip", "pdf", "*/*", "application/pdfx", "image/gif"])
    func otherDeclarationsAreRefused(text: String) {
        #expect(throws: DocumentRefusal.typeNotAllowed) { try DocumentType.declared(text) }
    }

    private func holdsOFD(_ archive: [UInt8]) async throws -> Bool {
        try await ArchiveDirectory.contains("OFD.xml", size: archive.count) { offset, count in
            Array(archive[offset..<offset + count])
        }
    }

    @Test func anArchiveIsOFDByItsDirectory() async throws {
        #expect(try await holdsOFD(Archive.of(["OFD.xml", "Doc_0/Document.xml"])))
        #expect(try await holdsOFD(Archive.of(["Doc_0/Document.xml", "OFD.xml"])))
        #expect(try await holdsOFD(Archive.of(["OFD.xml"], comment: [UInt8](repeating: 0x50, count: 65_535))))
        #expect(try await !holdsOFD(Archive.of(["ofd.xml"])))
        #expect(try await !holdsOFD(Archive.of(["sub/OFD.xml", "word/document.xml"])))
        #expect(try await !holdsOFD(Archive.of([])))
        #expect(try await !holdsOFD(Archive.of([String(repeating: "x", count: 60_000)] * 20 + ["OFD.xml"])))
    }

    /// Cut anywhere, or with any byte of it changed, it is read without harm; only a whole directory counts.
    @Test func brokenArchivesAreNoneAndHarmNothing() async throws {
        let whole = Archive.of(["Doc_0/Document.xml", "OFD.xml"])
        for count in 0..<whole.count { #expect(try await !holdsOFD(Array(whole.prefix(count)))) }
        var seen: Set<Bool> = []
        for index in whole.indices {
            for value in [0, 1, 0x7f, 0xff] as [UInt8] {
                var broken = whole
                broken[index] = value
                seen.insert(try await holdsOFD(broken))
            }
        }
        #expect(seen == [true, false])
    }
}

/// ZIP archives of empty files.
enum Archive {
    static func of(_ names: [String], comment: [UInt8] = []) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for name in names {
            let name = Array(name.utf8)
            let place = bytes.count
            let fields = little(20, 2) + [UInt8](repeating: 0, count: 20) + little(name.count, 2) + little(0, 2)
            bytes += Array("PK\u{3}\u{4}".utf8) + fields + name
            directory += Array("PK\u{1}\u{2}".utf8) + little(20, 2) + fields + [UInt8](repeating: 0, count: 10)
            directory += little(place, 4) + name
        }
        let end = little(0, 4) + little(names.count, 2) + little(names.count, 2) + little(directory.count, 4)
        return bytes + directory + Array("PK\u{5}\u{6}".utf8) + end + little(bytes.count, 4) + little(comment.count, 2)
            + comment
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}

private func * (texts: [String], times: Int) -> [String] { (0..<times).flatMap { _ in texts } }
