/// SplitMix64: a random generator that gives the same numbers again for the same seed.
/// Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts the sequence of a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// Starts the sequence a test has in this run, independent of the other tests' and of the order they run in.
    public init(named name: String) {
        var generator = SeededGenerator(seed: RunSeed.printed())
        for byte in name.utf8 { generator.state = generator.next() ^ UInt64(byte) }
        self = generator
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
