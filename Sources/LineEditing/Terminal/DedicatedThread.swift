import Glibc

/// A thread of its own for work that blocks, which the cooperative pool must never do.
enum DedicatedThread {
  /// Runs the work on a new thread.
  static func start(_ work: sending @escaping () -> Void) throws(LineEditingError) {
    let box = unsafe Unmanaged.passRetained(Work(run: work))
    var thread = pthread_t()
    let failure = unsafe pthread_create(
      &thread, nil,
      { context in
        guard let context = unsafe context else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    guard failure == 0 else {
      unsafe box.release()
      throw LineEditingError(.noResources, errno: failure)
    }
    _ = pthread_detach(thread)
  }
}

/// What crosses to the new thread.
private final class Work {
  let run: () -> Void

  init(run: @escaping () -> Void) { self.run = run }
}
