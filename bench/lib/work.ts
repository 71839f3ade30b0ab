import { readdirSync, readFileSync } from 'node:fs'

/** Fields of /proc/PID/stat after the name: state is 0, parent 1, user and system time 11 and 12, of children that have ended 13 and 14. */
const statOf = (pid: string): readonly string[] | null => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null
  } catch {
    return null
  }
}

const ticksPerSecond = 100

/**
 * Processor time that this process and its children have used so far, in milliseconds; NaN off Linux. What others do on the
 * machine makes an answer late, but not dearer: on a noisy machine this is the figure to read.
 */
export const workOf = (root: number): number => {
  let ticks = 0
  let seen = 0
  try {
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue
      const stat = statOf(pid)
      if (stat === null || !(pid === String(root) || stat[1] === String(root))) continue
      ticks += [11, 12, 13, 14].reduce((sum, at) => sum + Number(stat[at]), 0)
      seen++
    }
  } catch {
    return Number.NaN
  }
  return seen === 0 ? Number.NaN : (ticks * 1000) / ticksPerSecond
}
