import { readFileSync } from 'node:fs'

/**
 * The largest resident set of this process, in megabytes. Linux hands `maxRSS` on from the process that started it, so that a small child of
 * a large one seems large: there the kernel's own mark goes first, which begins with the program.
 */
export const peakMegabytes = (): number => {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kilobytes !== undefined) return Number(kilobytes) / 1024
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024
}
