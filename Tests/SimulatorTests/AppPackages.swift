import Foundation

/// Packages of apps, as the developer portal makes them.
enum AppPackages {
  /// The manifest's id in ``stored``, which no app has.
  static let newID = "5d5a2c1e-3b4f-4a6d-9c8e-0f1a2b3c4d5e"

  /// A new app, packed without compression.
  static let stored = bytes(
    """
    UEsDBBQAAAAAAAAAIVxu8O1wCAAAAAgAAAAJAAAAY29sb3IucG5niVBORy4uLi5QSwMEFAAAAAAAAAAhXNZ+4nIfAQ\
    AAHwEAAA0AAABtYW5pZmVzdC5qc29ueyIkc2NoZW1hIjogImh0dHBzOi8vZGV2ZWxvcGVyLm1pY3Jvc29mdC5jb20v\
    anNvbi1zY2hlbWFzL3RlYW1zL3YxLjE2L01pY3Jvc29mdFRlYW1zLnNjaGVtYS5qc29uIiwgIm1hbmlmZXN0VmVyc2\
    lvbiI6ICIxLjE2IiwgImlkIjogIjVkNWEyYzFlLTNiNGYtNGE2ZC05YzhlLTBmMWEyYjNjNGQ1ZSIsICJ2ZXJzaW9u\
    IjogIjEuMC4wIiwgIm5hbWUiOiB7InNob3J0IjogIkNvbmdhIn0sICJkZXNjcmlwdGlvbiI6IHsic2hvcnQiOiAiRm\
    9ybXMuIiwgImZ1bGwiOiAiRm9ybXMgZm9yIGV2ZXJ5Ym9keS4ifX1QSwECFAMUAAAAAAAAACFcbvDtcAgAAAAIAAAA\
    CQAAAAAAAAAAAAAAgAEAAAAAY29sb3IucG5nUEsBAhQDFAAAAAAAAAAhXNZ+4nIfAQAAHwEAAA0AAAAAAAAAAAAAAI\
    ABLwAAAG1hbmlmZXN0Lmpzb25QSwUGAAAAAAIAAgByAAAAeQEAAAAA
    """)

  /// Version 2.2.0 of the organization's own app, packed by DEFLATE.
  static let deflated = bytes(
    """
    UEsDBBQAAAAAAAAAIVxu8O1wCAAAAAgAAAAJAAAAY29sb3IucG5niVBORy4uLi5QSwMEFAAAAAgAAAAhXCkHXAWmAQ\
    AARwMAAA0AAABtYW5pZmVzdC5qc29uzVI9b9swEP0rhNAxpER9WJa3wkObIUsbdCk8HMljxEYSBZJ20Br67yUlpwnQ\
    oWs33rt3H3zvrtkHL3scITuQrA9h9oc8V3jBwc7o2Giks97qwKQd8x/eTnSj+zwgjD6/cMZ3+cMr7TGBbKOwRM/uSD\
    bCZDT68A2dNxGKk1JVShmVIl1xwctdRQV0Ha2rBijs2o52nKuy3jeFamViX94alKxkRcImGDEC18z31oWUOtopxGXI\
    o5HPGHy2RJZCL52Zw1b9jvwZh5nE7DMJG52lpvo8DCl7a0GsJqFH0r+SDySqM6G6IzD5F3TpJQfrN0TdsgSewEyM/E\
    9dVjWEjbIcyPdret2vFggum6qpgLYggdZcVHRfFZqWrWpKvtcohEjKeBn7rcVZOoAExTuJRsOQnZZTDF9QfJznwUhI\
    at9P2q6Kb07DruFStoqibGpaa1HSThVIS9nslYwTRSHWFeEcokXmF/yxLI4ZjU/++zV26O3ZSfw6ozTayO1Dt3PIjj\
    1MEw4P6D08IfuCoNgnZ89z2jj8nFfSuz3T0L+q2dEhBPxH4WlZlt9QSwECFAMUAAAAAAAAACFcbvDtcAgAAAAIAAAA\
    CQAAAAAAAAAAAAAAgAEAAAAAY29sb3IucG5nUEsBAhQDFAAAAAgAAAAhXCkHXAWmAQAARwMAAA0AAAAAAAAAAAAAAI\
    ABLwAAAG1hbmlmZXN0Lmpzb25QSwUGAAAAAAIAAgByAAAAAAIAAAAA
    """)

  private static func bytes(_ text: String) -> [UInt8] {
    Array(Data(base64Encoded: text) ?? Data())
  }
}
