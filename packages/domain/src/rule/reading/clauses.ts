import { exact, printExact } from '../../kernel/exact.ts'
import type { Measure } from '../model.ts'
import { defaultRate } from '../phrases.ts'
import { choicesOf, lineOf, type QuestionCode, questionCodes } from '../questions.ts'
import { readAwardClause, readBareEntry, readBasis } from './award-clause.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readCountClause, readOnceClause, readStepClause } from './each-clause.ts'
import { readFormula } from './formula-clause.ts'
import { readFaultList, readGate } from './gate-clause.ts'
import {
  readBase,
  readBest,
  readDiminishing,
  readEfficacy,
  readPlaces,
  readPoles,
  readShare,
  readSlope,
  readToBest,
} from './group-clauses.ts'
import { readCounting, readCreditsClause, readLevelClause } from './level-clauses.ts'
import { readCeiling, readLimit, readTotal } from './limit-clauses.ts'
import { readPercentClause } from './percent-clause.ts'
import { readRankClause, readRankStep } from './rank-clauses.ts'
import {
  readByWeight,
  readMean,
  readQuoted,
  readQuotedMark,
  readTimes,
  readVoteExcluded,
  readVotes,
  readVoteWeights,
  readWeights,
} from './score-clauses.ts'
import { readSideClause } from './side-clause.ts'
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

const scoring = '(?:得分|计分|计算得分|计算分值|赋分|给分|核算得分)'
const percentMeasure = measureBefore(`的?(?:比例|高低)?(?:折算|计算|核算)?${scoring}|×\\d`)
const productMeasure = measureBefore(String.raw`[，。;\n×*(]|$`)
const byRate = /按照?/uy
const rateTail = new RegExp(`的?(?:比例|高低)?(?:折算|计算|核算)?${scoring}`, 'uy')
const ofPoints = /×/uy
const proportion = new RegExp(
  `(?:实际得分)?(?:其余|未完成的?|未达到(?:目标|要求)?的?)?，?按照?(?:实际|任务|其|相应)*(?:完成)?(?:的)?(?:任务|情况)?比例(?:折算|计算|核算|换算)?(?:${scoring}|扣分|扣减|扣减得分)`,
  'uy',
)
const product = /(?:该项|本项|指标)?得分=/uy
const mark = /(?:该项|本项|指标)?(?:分值|满分|标准分|基本分)/uy
const times = /[×*]/uy
const overTarget = /(?:实际)?完成(?:数|值|量)?[÷/](?:目标|任务|计划)(?:数|值|量)?/uy
const wrapStart = /\(/uy
const wrapEnd = /\)/uy
const inPercent = /率|度|比例|占比|比重$/u

/** 完成率, or the quotient it stands for: (实际完成数÷目标任务数). */
function readRateTerm(cursor: Cursor): Measure | undefined {
  return cursor.first<Measure>([
    (c) => {
      const wrapped = c.take(wrapStart) !== undefined
      if (c.take(overTarget) === undefined) return undefined
      return !wrapped || c.take(wrapEnd) ? defaultRate : undefined
    },
    productMeasure,
  ])
}

function readRatio(cursor: Cursor): Clause | undefined {
  if (cursor.take(proportion)) return { kind: 'ratio', measure: defaultRate }
  const clause = cursor.first<Extract<Clause, { kind: 'ratio' }>>([
    (c) => {
      const found = c.take(byRate) && percentMeasure(c)
      return found && c.take(rateTail) ? { kind: 'ratio', measure: found } : undefined
    },
    (c) => {
      const found = c.take(byRate) && percentMeasure(c)
      const of = found && c.take(ofPoints) ? readPoints(c) : undefined
      return found && of !== undefined && c.take(rateTail) ? { kind: 'ratio', measure: found, of } : undefined
    },
    (c) => {
      const found = c.take(product) && readRateTerm(c)
      if (found === undefined || c.take(times) === undefined) return undefined
      if (c.take(mark)) return { kind: 'ratio', measure: found }
      const of = readPoints(c)
      return of === undefined ? undefined : { kind: 'ratio', measure: found, of }
    },
    (c) => {
      const found = c.take(product) && c.take(mark) && c.take(times) && readRateTerm(c)
      return found ? { kind: 'ratio', measure: found } : undefined
    },
  ])
  if (clause?.measure.kind === 'input' && !inPercent.test(clause.measure.name)) return undefined
  return clause
}

const controlOpening = /按\(2[-－]/uy
const controlMeasure = measureBefore(String.raw`\)`)
const controlProduct = /(?:该项|本项)?得分=(?:满分|分值)×\(2[-－]/uy
const controlFirst = /(?:该项|本项)?得分=\(2[-－]/uy
const controlTail = /\)(?:×(?:满分|分值))?(?:得分|计分)?/uy
const overshoot =
  /(?:超过|超出|高于)(?:目标|目标值|控制数|控制目标|控制值|任务)?(?:的|部分)?(?:的)?，?按(?:照)?超(?:过|出|标)?(?:目标|控制数|部分)?(?:的)?比例(?:相应)?扣(?:减)?(?:得分|分)/uy

/** 按（2－完成率）得分; 超过控制数的，按超出比例扣分. */
function readControl(cursor: Cursor): Clause | undefined {
  if (cursor.take(overshoot)) return { kind: 'control', measure: defaultRate }
  if ([controlOpening, controlProduct, controlFirst].every((word) => cursor.take(word) === undefined)) return undefined
  const measure = cursor.first<Measure>([controlMeasure, readQuotient])
  return measure && cursor.take(controlTail) ? { kind: 'control', measure } : undefined
}

const quotient = /实际(?:完成)?(?:数|值)?[÷/](?:目标|控制)(?:数|值|目标)?/uy
const readQuotient = (cursor: Cursor): Measure | undefined => (cursor.take(quotient) ? defaultRate : undefined)

const started = /不足|不满|不到/uy
/** Not 不得分 or 不计分: 不足80%的不得分 is a tier. */
const dropped = /的?(?:部分)?，?(?:不予?计(?!分)|不扣分|不加分)/uy
const asOne = /的?(?:部分)?，?(?:也)?按(?:照)?/uy
const counted = /计算?|扣分|加分|得分/uy

const sharedAfter = /的?(?:部分)?，?按(?:相应|同|等)?比例(?:折算|计算|计分|扣分|加分|得分|扣减)?/uy
const proRataAlone = /(?:按比例(?:计算|折算|扣减)|(?:可|允许)?按(?:相应|同等)比例(?:计算|折算|扣分|加分|计分))/uy
const wholeAlone = /(?:不足|不满)(?:一|1)(?:个|项|次)?(?:计分单位|单位|档)?的?，?不(?:予)?计(?!分)(?:算)?/uy

function readPartial(cursor: Cursor): Clause | undefined {
  if (cursor.take(proRataAlone)) return { kind: 'partial', partial: 'proRata' }
  if (cursor.take(wholeAlone)) return { kind: 'partial', partial: 'dropped' }
  const by = cursor.take(started) && readAmount(cursor)
  if (by === undefined) return undefined
  if (cursor.take(sharedAfter)) return { kind: 'partial', partial: 'proRata', by }
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

const noBonus = /(?:超额|超过|超出)?(?:完成|目标|任务)?(?:的|部分)*不(?:再|另)?加分/uy
const readNoBonus = (cursor: Cursor): Clause | undefined => (cursor.take(noBonus) ? { kind: 'noBonus' } : undefined)

const readReason = (cursor: Cursor): Clause | undefined => (cursor.take(reason) ? { kind: 'reason' } : undefined)

const notConcernedCase =
  /(?:无|没有|不涉及|未承担)(?:此项|该项|本项|相关|此类|该类)(?:工作|任务|业务|工作任务|指标)?的?(?:单位)?(?:的)?，?/uy
const notConcernedChoices: readonly (readonly [RegExp, string])[] = [
  [/(?:得|计|按)(?:该项|本项)?满分(?:计算|计)?/uy, 'full'],
  [/不得分|不计分|得零分/uy, 'none'],
  [/(?:该项|本项)?(?:不计入|不纳入)(?:适用满分|总分|考核)|不(?:参与|作)(?:该项|本项)?考核|不考核/uy, 'excluded'],
]

/** 无此项工作的，得满分: an answer in other words than its 口径 line. */
function readNotConcerned(cursor: Cursor): Clause | undefined {
  if (cursor.take(notConcernedCase) === undefined) return undefined
  const choice = notConcernedChoices.find(([word]) => cursor.take(word))?.[1]
  return choice === undefined ? undefined : { kind: 'answer', question: 'notConcerned', choice }
}

const readers = [
  readAnswer,
  readNotConcerned,
  readTotal,
  readPartial,
  readCounting,
  readLimit,
  readCeiling,
  readSlope,
  readDiminishing,
  readRankStep,
  readPercentClause,
  readStepClause,
  readGate,
  readCreditsClause,
  readFaultList,
  readCountClause,
  readOnceClause,
  readShare,
  readRatio,
  readControl,
  readFormula,
  readTimes,
  readJudged,
  readReason,
  readToBest,
  readBest,
  readEfficacy,
  readPoles,
  readBase,
  readPlaces,
  readRankClause,
  readLevelClause,
  readVoteWeights,
  readVoteExcluded,
  readVotes,
  readByWeight,
  readWeights,
  readMean,
  readQuoted,
  readQuotedMark,
  readBasis,
  readNoBonus,
  readAwardClause,
  readSideClause,
  readBareEntry,
]

/** The first reader that understands the phrase to its very end. */
export const readClause = (cursor: Cursor, ends: RegExp): Clause | undefined =>
  cursor.first(
    readers.map((read) => (c: Cursor) => {
      const clause = read(c)
      return clause && c.take(ends) ? clause : undefined
    }),
  )
