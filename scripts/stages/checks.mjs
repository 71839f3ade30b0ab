import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clone, node } from '../lib/clone.mjs'
import { run } from '../lib/run.mjs'

/** Every script in scripts/checks; each ends with `checked N, M failed`. */
export async function checks() {
  const names = readdirSync(join(clone, 'scripts/checks')).filter((name) => name.endsWith('.mjs'))
  const total = { passed: 0, failed: 0, output: '' }
  for (const name of names) {
    const { code, output } = await run(node(), [join('scripts/checks', name)], { quiet: true, cwd: clone })
    const [, checked, found] = /^checked (\d+), (\d+) failed\s*$/m.exec(output) ?? []
    // Silence, an empty count and a bad end without a finding are failures of the check itself.
    const failed = Math.max(Number(found ?? 1), code === 0 && Number(checked) > 0 ? 0 : 1)
    total.passed += Math.max(0, Number(checked ?? 0) - Number(found ?? 0))
    total.failed += failed
    if (failed > 0) total.output += `scripts/checks/${name}\n${output}`
  }
  return total
}
