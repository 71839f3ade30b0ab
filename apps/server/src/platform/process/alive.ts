import { readFile } from 'node:fs/promises'

/** Whether a process with this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * When the process began, in the kernel's ticks since boot together with the boot's id: a number that is used again
 * after a crash or a restart of the machine is told apart from the process that once had it. Empty where the system
 * does not say.
 */
export async function birthOf(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  if (!line) return ''
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return ''
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return `${boot.trim()}/${fields[19]}`
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** True as soon as the condition holds, false when it has not within the time. */
export async function within(
  milliseconds: number,
  holds: () => boolean | Promise<boolean>,
  every = 10,
): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!(await holds())) {
    if (performance.now() > end) return false
    await pause(every)
  }
  return true
}
