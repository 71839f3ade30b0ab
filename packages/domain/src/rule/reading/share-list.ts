import type { Award } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { readAwards } from './level-clauses.ts'
import { readPart, readShare } from './share-places.ts'
import { readAward } from './terms.ts'

/** 排名前10%、10%-30%、60%以后分别得10分、8分、4分: shares of all places said in one, and what is left behind the last. */

const lead = words`(?:按照?|根据)?(?<name>\p{L}{0,16}?)(?:(?:位居|居|位列|列|在|进入|位于)(?:全市|全省|全县|全区|本组)?)?(?=前\d)`
const pause = /、/uy
const dash = /[-~至到]/uy
const behind = /(?:以后|之后)/uy
const link = /的?，?/uy
const inTurn = /的?，?(?:分别|依次)(?:得|计|赋)?/uy

type Run = { readonly from: string; readonly to?: string }

export function readShareList(cursor: Cursor): Clause | undefined {
  const name = cursor.take(lead)?.groups?.name
  const first = name === undefined || /每|扣|超过|[高低]于/u.test(name) ? undefined : readShare(cursor)
  if (name === undefined || first?.end !== 'first' || first.middle) return undefined
  const runs: Run[] = [{ from: first.from, to: first.to }]
  while (cursor.take(pause)) {
    const run = readRun(cursor)
    if (run === undefined || run.from !== runs.at(-1)?.to) return undefined
    runs.push(run)
  }
  const awards = runs.length > 1 && cursor.take(inTurn) ? readAwards(cursor, runs.length) : undefined
  const own = { name: name === '' ? '名次' : name, named: name !== '' }
  return (
    awards && {
      kind: 'several',
      clauses: runs.map((run, i) => clauseOf(run, awards[i] as Award, own)),
    }
  )
}

function readRun(cursor: Cursor): Run | undefined {
  const from = readPart(cursor)
  if (from === undefined) return undefined
  if (cursor.take(behind)) return { from }
  const to = cursor.take(dash) ? readPart(cursor) : undefined
  return to === undefined ? undefined : { from, to }
}

const clauseOf = ({ from, to }: Run, award: Award, own: { readonly name: string; readonly named: boolean }): Clause =>
  to === undefined
    ? { kind: 'afterShare', share: from, award }
    : { kind: 'rank', ...own, bands: [{ end: 'first', by: 'share', from, to, award }] }

/** 60%以后的得4分. */
export function readAfterShare(cursor: Cursor): Clause | undefined {
  const share = readPart(cursor)
  const award = share !== undefined && cursor.take(behind) && cursor.take(link) ? readAward(cursor) : undefined
  return share === undefined || award === undefined ? undefined : { kind: 'afterShare', share, award }
}
