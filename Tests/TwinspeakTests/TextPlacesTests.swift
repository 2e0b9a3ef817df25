import JSONCore
import Testing

@testable import Twinspeak

/// Bytes and characters, each found from the other.
@Suite struct TextPlacesTests {
    private func places(_ texts: [String], hidden: Int = 0) -> TextPlaces {
        var places = TextPlaces(keepsText: true)
        for text in texts {
            places.beginPart()
            JSONSlice.lending(text) { places.append($0) }
            if hidden > 0 { places.appendHidden(hidden) }
        }
        return places
    }

    /// Every range of every text against a count that keeps everything.
    @Test(arguments: ["", "a", "é", "ab", "Straße", "日本語 text 日本", "🇨🇭a🇨🇭", "\u{7ff}\u{800}\u{ffff}\u{10000}x"])
    func everyRange(_ text: String) {
        let places = places([text])
        let bytes = Array(text.utf8)
        let starts = bytes.indices.filter { bytes[$0] & 0xc0 != 0x80 } + [bytes.count]
        for start in 0...bytes.count {
            for end in 0...bytes.count {
                let lower = starts.firstIndex(of: start)
                let upper = starts.firstIndex(of: end)
                let found = places.characters(of: (start, end))
                guard let lower, let upper, lower < upper else {
                    #expect(found == nil)
                    continue
                }
                #expect(found == lower..<upper)
                #expect(places.bytes(of: (lower, upper)) == start..<end)
            }
        }
    }

    /// What stands between texts moves a beginning behind it, and an end not.
    @Test func hidden() {
        let places = places(["ä", "ö"], hidden: 10)
        #expect(places.characters(of: (0, 2)) == 0..<1)
        #expect(places.characters(of: (2, 4)) == 11..<12)
        #expect(places.characters(of: (0, 4)) == 0..<12)
        #expect(places.bytes(of: (0, 22)) == 0..<4)
        #expect(places.bytes(of: (3, 12)) == 2..<4)
        #expect(places.bytes(of: (2, 9)) == nil)
        #expect(places.start(ofPart: 1) == 2)
        #expect(places.start(ofPart: 2) == nil)
    }

    @Test func beyond() {
        let places = places(["ab"])
        for range in [(0, 3), (-1, 1), (2, 1), (1, 1), (Int.max - 1, Int.max)] {
            #expect(places.characters(of: range) == nil)
            #expect(places.bytes(of: range) == nil)
        }
    }

    @Test(arguments: [
        ("abcab", "c", 2), ("abcab", "ab", nil), ("aaaa", "aa", nil), ("aabaab", "aaba", 0), ("a", "", nil),
    ])
    func onlyPlace(_ text: String, _ words: String, _ start: Int?) {
        let found = JSONSlice.lending(words) { places([text]).onlyPlace(of: $0) }
        #expect(found?.lowerBound == start)
    }

    /// A text that changes its width nowhere keeps one place.
    @Test func pieces() {
        let whole = places(["日本語ab"])
        let cut = places(["日", "本", "語a", "b"])
        for end in 1...11 { #expect(whole.characters(of: (0, end)) == cut.characters(of: (0, end))) }
    }
}
