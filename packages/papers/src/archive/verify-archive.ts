import { fail, ok, type Result } from '@quanheng/domain/kernel/result'
import type { Noticed } from '@quanheng/log/noticed'
import { checkDraws } from './check-draws.ts'
import { checkActs, checkLeaves } from './check-log.ts'
import { checkObjects, checkPapers, checkPlans, checkSheets } from './check-objects.ts'
import { checkTotals, readRuns } from './check-runs.ts'
import { checkScores } from './check-scores.ts'
import { Faulty, openPackage, type PackageFault, type PackageMeans } from './package-reader.ts'
import type { Source } from './zip.ts'

export interface VerifiedArchive {
  readonly kind: 'archive' | 'public'
  readonly title: string
  readonly year: number
  readonly open: readonly string[]
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** False: the signatures fit the keys that the package brings along, which proves nothing about whose they are. */
  readonly trusted: boolean
  readonly counts: {
    readonly files: number
    readonly acts: number
    readonly objects: number
    readonly sheets: number
    readonly scores: number
    /** Of these, so many were only compared with what was signed. */
    readonly unchecked: number
    readonly totals: number
    readonly draws: number
  }
  /** What the log tells that is no fault and has to be accounted for by a person, in the order of leaves. */
  readonly noticed: readonly Noticed[]
}

/**
 * Checks an archive package from its bytes up: every file against the sealed manifest, the leaves against the signed heads, acts and things against
 * their leaves, signed sheets, draws, and every score, total, rank and grade computed again. The first fault is the verdict;
 * `verify/verify.py` looks in the same order and names it alike.
 */
export const verifyArchive = async (
  source: Source,
  means: PackageMeans,
): Promise<Result<VerifiedArchive, PackageFault>> => {
  try {
    const open = await openPackage(source, means)
    const { heads, newest, watch } = await checkLeaves(open, means)
    const acts = await checkActs(open, means)
    const things = await checkObjects(open, newest, means)
    await checkPapers(open, things)
    const plans = await checkPlans(open, things, means)
    const sheets = await checkSheets(open, things, means)
    const runs = await readRuns(open, things, plans, means)
    const { scores, unchecked } = await checkScores(open, { plans, sheets, runs, things }, means)
    const totals = await checkTotals(open, runs, things)
    const draws = await checkDraws(open, things, means)
    const { kind, title, year, open: unsettled, files } = open.manifest
    const { origin, size, root } = heads.sha256
    const counts = {
      files: files.length,
      acts: acts.count,
      objects: things.count,
      sheets: sheets.size,
      scores,
      unchecked,
      totals,
      draws,
    }
    const noticed = watch.noticed((leaf) => acts.events.get(leaf))
    const trusted = means.keys.length > 0
    return ok({ kind, title, year, open: unsettled, origin, size, root, trusted, counts, noticed })
  } catch (error) {
    if (error instanceof Faulty) return fail(error.fault)
    throw error
  }
}
