import CArchive
import Testing

/// Packs and unpacks archives for tests, also such as no spreadsheet program writes.
enum TestArchive {
    static func pack(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        let archive = try #require(archive_write_new())
        defer { archive_write_free(archive) }
        archive_write_set_format_zip(archive)
        archive_write_set_bytes_in_last_block(archive, 1)
        let size = files.reduce(1 << 16) { $0 + $1.bytes.count + 1024 }
        var buffer = [UInt8](repeating: 0, count: size)
        var used = 0
        try buffer.withUnsafeMutableBytes { space in
            try #require(archive_write_open_memory(archive, space.baseAddress, space.count, &used) == ARCHIVE_OK)
            for file in files {
                let entry = try #require(archive_entry_new())
                defer { archive_entry_free(entry) }
                archive_entry_set_pathname(entry, file.name)
                archive_entry_set_filetype(entry, 0o100_000)
                archive_entry_set_perm(entry, 0o644)
                archive_entry_set_size(entry, Int64(file.bytes.count))
                try #require(archive_write_header(archive, entry) == ARCHIVE_OK)
                let count = file.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
                try #require(count == file.bytes.count)
            }
            try #require(archive_write_close(archive) == ARCHIVE_OK)
        }
        return Array(buffer[..<used])
    }

    static func unpack(_ bytes: [UInt8]) throws -> [(name: String, bytes: [UInt8])] {
        let archive = try #require(archive_read_new())
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        return try bytes.withUnsafeBytes { space in
            try #require(archive_read_open_memory(archive, space.baseAddress, space.count) == ARCHIVE_OK)
            var files: [(name: String, bytes: [UInt8])] = []
            var entry: OpaquePointer?
            while archive_read_next_header(archive, &entry) == ARCHIVE_OK {
                var content = [UInt8](repeating: 0, count: Int(archive_entry_size(entry)))
                let count = content.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
                try #require(count == content.count)
                files.append((String(cString: archive_entry_pathname(entry)), content))
            }
            return files
        }
    }
}
