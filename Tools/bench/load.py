"""Programs that keep the tenant busy, beside peers with the same requests."""

import time
from collections.abc import Collection

from company import Company
from programs import Run, forget_peak, peak_mebibytes, run
from table import Row, Samples

TEAMSH, CEILING = "teamsh", "the tenant's ceiling"


def measure(
    company: Company, name: str, programs: dict[str, list[str]], env: dict[str, str], runs: int,
    rival: str, target: float, once: Collection[str] = (), rest: float = 0
) -> Row:
    """Runs programs in turn, the first time for warming up, and makes a row of it.

    Besides `TEAMSH` and `CEILING`, which is what the tenant can do, the programs are peers; those that
    take minutes run but `once`. Before each run there is a rest of some seconds.
    """
    forget_peak(company.process.pid)
    taken: dict[str, list[Run]] = {name: [] for name in programs}
    for number in range(runs + 1):
        for program, words in programs.items():
            if number == 0 or program not in once:
                time.sleep(rest)
                taken[program].append(run(words, env))
    times = {
        program: Samples([run.milliseconds / 1000 for run in of[1:] or of], "s")
        for program, of in taken.items()
    }
    return Row(
        name, times.pop(TEAMSH), target, rival=rival, ceiling=times.pop(CEILING, None), peers=times,
        memory=max(run.mebibytes for run in taken[TEAMSH]),
        tenant_memory=peak_mebibytes(company.process.pid))
