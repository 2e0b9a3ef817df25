extension RandomChat {
    /// Text or media of any form.
    mutating func userPart() -> Sample {
        switch dice.below(8) {
        case 0...2: ["type": "text", "text": text()]
        case 3, 4: image()
        case 5: audio()
        case 6: file()
        default: video()
        }
    }

    mutating func image() -> Sample {
        let (type, data) = dice.one(of: SampleData.images)
        let url = dice.one(of: [
            "data:\(type);base64,\(data)", "data:\(type);base64,\(data)", "data:;base64,iVBORw0KGgo=",
            "data:\(type);charset=utf-8;base64,\(data)", "data:image/svg+xml,%3Csvg%2F%3E",
            "https://example.com/a.png", "https://example.com/picture?x=1", "gs://bucket/a.jpg",
        ])
        if dice.once(in: 8) { return ["type": "image_url", "image_url": .string(url)] }
        var image: Sample = ["url": .string(url)]
        if dice.once(in: 3) { image["detail"] = .string(dice.one(of: ["auto", "low", "high", "medium"])) }
        if dice.once(in: 8), url.hasPrefix("http") { image["format"] = "image/png" }
        return ["type": "image_url", "image_url": image]
    }

    private mutating func audio() -> Sample {
        let format = dice.one(of: [
            "wav", "mp3", "aac", "ogg", "flac", "aiff", "opus", "m4a", "pcm16", "audio/mpeg", "MP3", "audio/wav",
        ])
        let data = dice.once(in: 6) ? "data:audio/wav;base64,UklGRg==" : "UklGRg=="
        return ["type": "input_audio", "input_audio": ["data": .string(data), "format": .string(format)]]
    }

    private mutating func file() -> Sample {
        switch dice.below(4) {
        case 0: ["type": "file", "file": ["file_data": "data:application/pdf;base64,JVBERi0x", "filename": "a.pdf"]]
        case 1: ["type": "file", "file": ["file_data": "JVBERi0x", "filename": "b.pdf"]]
        case 2: ["type": "file", "file": ["file_id": "https://generativelanguage.googleapis.com/v1beta/files/abc"]]
        default: ["type": "file", "file": ["file_data": "data:text/csv;base64,YSxi"]]
        }
    }

    private mutating func video() -> Sample {
        let url = dice.one(of: [
            "https://www.youtube.com/watch?v=x", "https://example.com/v.mp4", "data:video/mp4;base64,AAAA",
            "gs://bucket/v.webm",
        ])
        var part: Sample = ["type": "video_url", "video_url": ["url": .string(url)]]
        if dice.once(in: 3) { part["video_metadata"] = ["start_offset": "1s", "fps": .data("2")] }
        return part
    }
}
