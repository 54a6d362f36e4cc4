internal import FoundationEssentials

/// One part of a PEM file: a key, a certificate, or something that belongs to neither.
struct PEMBlock {
  /// What the dashes enclose, as `CERTIFICATE`.
  let label: String
  private let lines: [Substring]

  /// The parts of a file; what stands between them is left out, as the format allows.
  static func all(in text: String) -> [PEMBlock] {
    var blocks: [PEMBlock] = []
    var open: (label: Substring, lines: [Substring])?
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("-----BEGIN ") {
        open = (line.dropFirst(11).prefix { $0 != "-" }, [])
      } else if let block = open, line.hasPrefix("-----END \(block.label)-----") {
        blocks.append(PEMBlock(label: String(block.label), lines: block.lines))
        open = nil
      } else {
        open?.lines.append(line)
      }
    }
    return blocks
  }

  var isEncrypted: Bool {
    label.hasPrefix("ENCRYPTED") || lines.contains { $0.hasPrefix("Proc-Type:") }
  }

  var text: String {
    "-----BEGIN \(label)-----\n\(lines.joined(separator: "\n"))\n-----END \(label)-----\n"
  }

  var bytes: Data? { Data(base64Encoded: lines.joined()) }
}
