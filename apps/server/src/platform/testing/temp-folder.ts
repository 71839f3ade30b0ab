import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { within } from '../process/alive.ts'

/** Processes whose command line names the path: what a test of starting and stopping must not leave behind. */
export async function processesAt(path: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return pids.filter((_, index) => lines[index]?.includes(path)).map(Number)
}

/** An empty folder of the test's own that other accounts can enter; emptied of processes and removed at its end. */
export async function tempFolder(prefix = 'quanheng-'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix))
  await chmod(folder, 0o755)
  onTestFinished(async () => {
    for (const pid of await processesAt(folder)) {
      try {
        process.kill(pid, 'SIGKILL')
      } catch {
        // It ended by itself between looking and killing.
      }
    }
    await within(5000, async () => (await processesAt(folder)).length === 0)
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}
