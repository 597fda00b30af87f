import Storage
import Testing

@Suite struct RememberedTests {
    private func numbers(_ most: Int) -> Remembered<Int, Int> { Remembered(mostBytes: most) { _ in 10 } }

    @Test func whatIsKeptComesBackAndTheLastOneCounts() {
        let numbers = numbers(1000)
        #expect(numbers.value(for: 1) == nil)
        numbers.keep(11, for: 1)
        numbers.keep(12, for: 1)
        #expect(numbers.value(for: 1) == 12)
    }

    /// A hundred bytes are ten numbers: never more are kept, and those last asked for are among them.
    @Test func itStaysWithinItsBytesAndKeepsWhatIsAskedFor() {
        let numbers = numbers(100)
        for number in 0..<1000 {
            numbers.keep(number, for: number)
            #expect(numbers.value(for: number) == number, "the newest is there")
            if number > 0 { #expect(numbers.value(for: 0) == 0, "asked for each time, it stays") }
        }
        let kept = (0..<1000).count { numbers.value(for: $0) != nil }
        #expect(kept <= 11 && kept > 1)
    }
}
