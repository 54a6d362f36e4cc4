internal import Synchronization

/// Lets work that lies between two requests run on the thread that sends them.
///
/// A walk through pages waits for nothing else between an answer and its next request, and a script whose output
/// goes to a file hardly more. Each change of threads there would wait for a core, on a small machine behind
/// the parser of the page before. What may wait for a person or another program has no place here: all
/// transfers would wait with it.
extension CurlLoop: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let (isTaken, multi) = state.withLock { state in
      if state.multi != nil { state.jobs.append(job) }
      return (state.multi != nil, state.waiting)
    }
    guard isTaken else { return globalConcurrentExecutor.enqueue(job) }
    multi?.wake()
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
