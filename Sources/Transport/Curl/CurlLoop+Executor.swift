internal import Synchronization

/// Lets work that lies between two requests run on the thread that sends them.
///
/// A walk through pages waits for nothing else between an answer and its next request. Each change of
/// threads there would wait for a core, on a small machine behind the parser of the page before.
extension CurlLoop: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let multi = state.withLock { state -> MultiHandle? in
      guard let multi = state.multi else { return nil }
      state.jobs.append(job)
      return multi
    }
    if let multi {
      multi.wake()
    } else {
      globalConcurrentExecutor.enqueue(job)
    }
  }

  /// Runs what was given to the thread so far, and what comes from running it.
  func runJobs() {
    while true {
      let jobs = state.withLock { state in
        defer { state.jobs = [] }
        return state.jobs
      }
      guard !jobs.isEmpty else { return }
      for job in jobs { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
  }
}
