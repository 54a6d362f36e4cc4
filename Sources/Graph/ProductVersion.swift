/// The version of this program, which every request to Graph carries and `--version` prints.
package enum ProductVersion {
  package static let current = "0.1.0"
}
