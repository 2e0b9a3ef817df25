// The command `twinspeak`: arguments in, a translation on standard output, findings on standard error.

System.ignoreClosedPipes()
do throws(Failure) {
    let invocation = try Invocation(CommandLine.arguments.dropFirst())
    try invocation.run()
} catch {
    System.writeError(error.text)
    System.exit(error.code)
}
