import Testing

@Test(arguments: SystemShell.allCases, CompletionCase.all)
func `the system's shells complete alike`(shell: SystemShell, line: CompletionCase) throws {
  let found = try shell.completions(of: line)
  #expect(found == line.expected)
}
