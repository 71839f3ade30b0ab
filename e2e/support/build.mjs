import { ensureProgramBuilt } from '../../scripts/lib/program.mjs'
import { ensureWebBuilt } from '../../scripts/lib/web.mjs'

/** Browser tests open what a site runs, never an older build of it. */
export default async function setup() {
  await ensureProgramBuilt()
  await ensureWebBuilt()
}
