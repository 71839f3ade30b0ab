import { ensureProgramBuilt } from '../lib/program.mjs'
import { ensureWebBuilt } from '../lib/web.mjs'

/** The pages and the program that the browser tests open; a failed build ends the run with its output. */
export async function web() {
  await ensureProgramBuilt()
  await ensureWebBuilt()
  return { passed: 2, failed: 0 }
}
