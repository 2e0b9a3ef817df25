internal import Twinspeak

extension Invocation {
    /// The file's options, overridden by the flags.
    func options() throws(Failure) -> Options {
        var options = Options()
        if let optionsFile {
            let json = try read(optionsFile, options)
            do throws(TranslationError) {
                options = try Options(json: json)
            } catch {
                throw .options(optionsFile, error)
            }
        }
        for setting in settings { _ = options.set(setting.name, setting.value) }
        return options
    }

    /// What `--as` or `--schema` names, if it is neither of the two sides.
    func contract(_ options: Options) throws(Failure) -> Contract? {
        guard let schema else { return contract }
        let document = try read(schema, options)
        do throws(TranslationError) {
            return try Contract(schema: document, pointer: pointer)
        } catch {
            throw .options(schema, error)
        }
    }

    /// Reads a file, `-` for standard input, and no more of it than it takes to see that it is too large.
    func read(_ name: String, _ options: Options) throws(Failure) -> [UInt8] {
        do throws(SystemError) {
            let descriptor = name == "-" ? System.standardInput : try System.open(name)
            defer { if name != "-" { System.close(descriptor) } }
            return try System.read(descriptor, most: options.limits.mostRead)
        } catch {
            throw .file(name == "-" ? "standard input" : name, error)
        }
    }
}

extension Options.Limits {
    /// So many bytes of a body show that it is too large, if it is.
    var mostRead: Int { min(max(bytes, 0), Int(UInt32.max)) + 1 }
}
