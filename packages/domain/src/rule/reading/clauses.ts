import { exact, printExact } from '../../kernel/exact.ts'
import { choicesOf, lineOf, type QuestionCode, questionCodes } from '../questions.ts'
import { readAwardClause } from './award-clause.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readCountClause, readStepClause } from './each-clause.ts'
import { readCeiling, readLimit } from './limit-clauses.ts'
import { sourceOf } from './source.ts'
import { measureBefore, readAmount, readPoints } from './terms.ts'

const lines: ReadonlyMap<string, { readonly question: QuestionCode; readonly choice: string }> = new Map(
  questionCodes.flatMap((question) =>
    choicesOf(question).map((choice) => [sourceOf(lineOf(question, choice) ?? '').plain, { question, choice }]),
  ),
)

/** A 口径 line, word for word; each stands apart from every sentence form. */
function readAnswer(cursor: Cursor): Clause | undefined {
  for (const [line, answer] of lines) {
    if (!cursor.text.startsWith(line, cursor.at)) continue
    cursor.at += line.length
    return { kind: 'answer', ...answer }
  }
  return undefined
}

const percentMeasure = measureBefore('的?(?:比例|高低)?(?:折算)?(?:得分|计分|计算得分|赋分)')
const productMeasure = measureBefore(String.raw`[，。;\n×*]|$`)
const byRate = /按照?/uy
const rateTail = /的?(?:比例|高低)?(?:折算)?(?:得分|计分|计算得分|赋分)/uy
const proportion = /按照?(?:实际|任务)?(?:完成)?比例(?:得分|计分|计算得分|赋分)/uy
const product = /(?:该项)?得分=/uy
const mark = /分值|满分|标准分|基本分/uy
const times = /[×*]/uy
const inPercent = /率|度|比例|占比|比重$/u

function readRatio(cursor: Cursor): Clause | undefined {
  if (cursor.take(proportion)) return { kind: 'ratio', measure: { kind: 'rate', actual: '完成值', target: '目标值' } }
  const measure = cursor.first([
    (c) => {
      const found = c.take(byRate) && percentMeasure(c)
      return found && c.take(rateTail) ? found : undefined
    },
    (c) => {
      const found = c.take(product) && productMeasure(c)
      return found && c.take(times) && c.take(mark) ? found : undefined
    },
    (c) => (c.take(product) && c.take(mark) && c.take(times) ? productMeasure(c) : undefined),
  ])
  if (measure === undefined || (measure.kind === 'input' && !inPercent.test(measure.name))) return undefined
  return { kind: 'ratio', measure }
}

const started = /不足/uy
/** Not 不得分 or 不计分: 不足80%的不得分 is a tier. */
const dropped = /的?，?(?:不予?计(?!分)|不扣分|不加分)/uy
const shared = /的?，?按比例(?:计算|计分|扣分|加分|得分)?/uy
const asOne = /的?，?按/uy
const counted = /计算?|扣分|加分|得分/uy

function readPartial(cursor: Cursor): Clause | undefined {
  const by = cursor.take(started) && readAmount(cursor)
  if (by === undefined) return undefined
  if (cursor.take(shared)) return { kind: 'partial', partial: 'proRata', by }
  if (cursor.take(dropped)) return { kind: 'partial', partial: 'dropped', by }
  const one = cursor.take(asOne) && readAmount(cursor)
  const same = one?.value === by.value && one.unit === by.unit
  return same && cursor.take(counted) ? { kind: 'partial', partial: 'whole', by } : undefined
}

const judge = /(?:由评分人|人工评定)?[，:]?(?:得分)?(?:范围)?(?:为|在)?/uy
const to = /分?[-~至到]/uy
const full = /满分/uy
const lowest = /(?:\d+(?:\.\d+)?)(?=分?[-~至到])/uy
const judged = /(?:之间|范围内|区间内|以内|内)?(?:人工)?(?:评定|打分|评分|赋分)/uy
const reason = /并?(?:须|应|需)?(?:说明|注明|写明)理由/uy

function readJudged(cursor: Cursor): Clause | undefined {
  const prefix = cursor.take(judge)?.[0] ?? ''
  const from = cursor.take(lowest)?.[0]
  if (from === undefined || cursor.take(to) === undefined) return undefined
  const most = cursor.take(full) ? ('fullMark' as const) : readPoints(cursor)
  if (most === undefined) return undefined
  if (cursor.take(judged) === undefined && !prefix.startsWith('人工评定')) return undefined
  return { kind: 'judged', from: printExact(exact(from)), to: most }
}

const readReason = (cursor: Cursor): Clause | undefined => (cursor.take(reason) ? { kind: 'reason' } : undefined)

const readers = [
  readAnswer,
  readPartial,
  readLimit,
  readCeiling,
  readStepClause,
  readCountClause,
  readRatio,
  readJudged,
  readReason,
  readAwardClause,
]

/** The first reader that understands the phrase to its very end. */
export const readClause = (cursor: Cursor, ends: RegExp): Clause | undefined =>
  cursor.first(
    readers.map((read) => (c: Cursor) => {
      const clause = read(c)
      return clause && c.take(ends) ? clause : undefined
    }),
  )
