extension String {
    /// The text as far as the database can hold it: without U+0000, cut at some bytes (a character cut in two becomes
    /// U+FFFD, so the column has room for two bytes more).
    func storable(_ bytes: Int) -> String {
        String(decoding: utf8.lazy.filter { $0 != 0 }.prefix(bytes), as: UTF8.self)
    }
}
