import { join } from 'node:path'
import { clone, node } from '../lib/clone.mjs'
import { run } from '../lib/run.mjs'

const count = (output, pattern) => Number(pattern.exec(output)?.[1]?.replaceAll(',', '') ?? 0)

/** Format and lint; one check a file. */
export async function biome(paths = ['.']) {
  const program = join(clone, 'node_modules/@biomejs/biome/bin/biome')
  const args = [program, 'check', '--error-on-warnings', '--no-errors-on-unmatched', ...paths]
  const { code, output } = await run(node(), args, { quiet: true, cwd: clone })
  const checked = count(output, /Checked ([\d,]+) file/)
  if (code === 0) return { passed: checked, failed: 0 }
  const failed = Math.max(1, count(output, /Found ([\d,]+) error/) + count(output, /Found ([\d,]+) warning/))
  return { passed: Math.max(0, checked - failed), failed, output }
}
