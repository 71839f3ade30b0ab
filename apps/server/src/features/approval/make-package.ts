import type { Approval } from '@quanheng/domain/approval/model'
import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import type { Reader } from '../../platform/database/database.ts'
import { runInWorker } from '../../platform/jobs/run.ts'
import { paperMark } from '../../platform/log/paper-mark.ts'
import { composePaper, type FrozenRun, scoresList, type WordedPaper } from '../result/index.ts'
import { issuedOf } from './issued.ts'
import type { MadePackage, PackageOrder } from './package-task.ts'

export const letterPath = '报送公文.docx'
export const reportPath = '评分报告.docx'

/** Documents with number, day and signer, scores and manifest, made away from the request thread. */
export const makePackage = async (
  db: Reader,
  approval: Approval,
  { run, row }: FrozenRun,
  paper: WordedPaper,
  today: string,
): Promise<MadePackage> => {
  const issued = await issuedOf(db, approval)
  const on = issued.on ?? today
  const { report, letter, digest } = composePaper(run, paper, { ...issued, on })
  const scores = scoresList(run)
  const mark = await paperMark(db, digest)
  const order: PackageOrder = {
    meta: {
      kind: 'submission',
      title: paper.words.letter.title,
      organ: run.plan.ownerName,
      on,
      cites: {
        run: row.run_digest,
        plan: run.plan.digest,
        paper: digest,
        ...(issued.documentNumber !== undefined && { number: issued.documentNumber }),
      },
    },
    letter: { path: letterPath, paper: { ...letter, mark } },
    report: { path: reportPath, paper: { ...report, mark } },
    scores: { ...scores, rows: [...scores.rows], on },
    json: canonicalJson(run),
  }
  return runInWorker<PackageOrder, MadePackage>(new URL('./package-task.ts', import.meta.url), order)
}
