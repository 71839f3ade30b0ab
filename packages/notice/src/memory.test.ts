import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { readerFlags } from './testing/reader-flags.ts'

it.each(['headings', 'table', 'prose'])(
  'reads the longest text of %s that it accepts in 300 MB',
  async (shape) => {
    const script = new URL('./testing/memory-run.ts', import.meta.url).pathname
    const { NODE_OPTIONS: _options, ...env } = process.env
    const { stdout } = await promisify(execFile)(process.execPath, [...readerFlags(), script, shape], { env })
    const { printed, peak } = JSON.parse(stdout) as { printed: number; peak: number }
    expect(printed).toBeGreaterThan(0)
    expect(peak).toBeLessThan(300)
  },
  120_000,
)
