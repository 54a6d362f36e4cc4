/// The terminal while a line is read.
protocol LineScreen {
  /// Begins a read on a fresh row, below what was posted meanwhile.
  mutating func begin(_ notices: [String], marks: ShellMarks)

  /// Shows the line as it is now, and what there is to say below it.
  mutating func show(_ view: LineView, below: [LowerRow])

  /// Prints whole lines above the line being typed.
  mutating func tell(_ notices: [String])

  /// Starts over on the row where the cursor is, after the shell was stopped and goes on.
  mutating func restart()

  /// Makes the whole screen empty.
  mutating func clear()

  mutating func beep()

  /// Leaves the finished line behind as ordinary output.
  mutating func finish(_ view: LineView, mark: String)
}
