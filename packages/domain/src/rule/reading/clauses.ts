import { exact, printExact } from '../../kernel/exact.ts'
import { choicesOf, lineOf, type QuestionCode, questionCodes } from '../questions.ts'
import { readAwardClause, readBasis } from './award-clause.ts'
import { readBandedCount } from './banded-count.ts'
import { readBareEntry, readBarePrice } from './bare-clause.ts'
import { readBetween } from './between-clause.ts'
import { readCarried, readSharedCounts } from './carried-clause.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readDefinition } from './definition-clause.ts'
import { readDiminishing } from './diminishing-clause.ts'
import { readCountClause, readOnceClause, readStepClause } from './each-clause.ts'
import { readEachMarks, readLackingEntry, readLimitOfEach } from './each-marks-clause.ts'
import { readEarned, readMultiple, readOwnTarget } from './earned-clause.ts'
import { readFormula } from './formula-clause.ts'
import { readFrame } from './frame-clause.ts'
import { readAsideClause, readGapClause } from './gap-clause.ts'
import { readEarnedList, readFaultList, readGate } from './gate-clause.ts'
import {
  readBase,
  readBest,
  readEfficacy,
  readLowest,
  readPlaces,
  readPoles,
  readShare,
  readSlope,
  readToBest,
} from './group-clauses.ts'
import { readLabelled } from './labelled-clause.ts'
import { readCounting, readCreditsClause, readLevelClause } from './level-clauses.ts'
import { readCeiling, readLimit, readMostCounted, readTotal } from './limit-clauses.ts'
import { readBandList } from './list-clause.ts'
import { readLostPoints } from './lost-points-clause.ts'
import { readMetOf, readRequirements } from './met-count-clause.ts'
import { readNth } from './nth-clause.ts'
import { readOnceCredit, readSlashCount } from './once-clause.ts'
import { readPercentClause } from './percent-clause.ts'
import { readPeriodMean } from './period-clause.ts'
import { readProportionClause } from './proportion-clause.ts'
import { readAfterRank, readAndSoOn, readEvenly, readRankClause, readRanking, readRankStep } from './rank-clauses.ts'
import { readControl, readRateCap, readRatio } from './rate-clauses.ts'
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
import { readAfterShare, readShareList } from './share-list.ts'
import { readAnyOf, readOfHundred, readRateParts } from './shared-clause.ts'
import { readAim, readSideClause } from './side-clause.ts'
import { sourceOf } from './source.ts'
import { readAmount, readPoints } from './terms.ts'
import { readTimesBand } from './times-clause.ts'

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

const started = /不足|不满|不到/uy
/** Not 不得分 or 不计分: 不足80%的不得分 is a tier. */
const dropped = /的?(?:部分)?，?(?:不予?计(?!分)|不扣分|不加分)/uy
const asOne = /的?(?:部分)?，?(?:也)?按(?:照)?/uy
const counted = /计算?|扣分|加分|得分/uy

const sharedAfter = /的?(?:部分)?，?按(?:相应|同|等)?比例(?:折算|计算|计分|扣分|加分|得分|扣减)?/uy
const proRataAlone = /(?:按比例(?:计算|折算|扣减)|(?:可|允许)?按(?:相应|同等)比例(?:计算|折算|扣分|加分|计分))/uy
const wholeAlone = /(?:不足|不满)(?:一|1)个?(?:计分单位|单位|档)的?，?不(?:予)?计(?!分)(?:算)?/uy

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

const judge =
  /(?:(?:根据|按照?|视)[\p{L}、]{2,16}(?:评定|评分|打分)?，)?(?:由评分人|由?专家|人工评定)?[，:]?(?:得分)?(?:范围)?(?:为|在)?/uy
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

const noBonus =
  /(?:超额|超过|超出|[低高]于)?(?:完成|目标|任务|控制[值数]|平均(?:值|水平))*(?:的|部分|，)*不(?:再|另)?加分/uy
const readNoBonus = (cursor: Cursor): Clause | undefined => (cursor.take(noBonus) ? { kind: 'noBonus' } : undefined)

const readReason = (cursor: Cursor): Clause | undefined => (cursor.take(reason) ? { kind: 'reason' } : undefined)

const notConcernedCase =
  /(?:本年度|年内|当年|全年)?(?:(?:无|没有|不涉及|未承担)(?:此项|该项|本项|相关|此类|该类)(?:工作任务|工作|任务|业务|指标)?|不涉及)的?(?:单位|部门|县区|乡镇)?(?:的)?，?/uy
const notConcernedChoices: readonly (readonly [RegExp, string])[] = [
  [/(?:该项|本项|此项)?(?:得|计|按)(?:该项|本项)?满分(?:计算|计)?/uy, 'full'],
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
  readDefinition,
  readNotConcerned,
  readOfHundred,
  readRateParts,
  readAnyOf,
  readTotal,
  readEachMarks,
  readLimitOfEach,
  readLackingEntry,
  readRequirements,
  readMetOf,
  readNth,
  readPartial,
  readCounting,
  readLimit,
  readCeiling,
  readRateCap,
  readMostCounted,
  readSlope,
  readDiminishing,
  readRankStep,
  readLostPoints,
  readPercentClause,
  readStepClause,
  readGate,
  readCreditsClause,
  readFaultList,
  readEarnedList,
  readBandList,
  readTimesBand,
  readBandedCount,
  readCountClause,
  readOnceClause,
  readSlashCount,
  readOnceCredit,
  readSharedCounts,
  readBarePrice,
  readCarried,
  readShare,
  readRatio,
  readControl,
  readFormula,
  readTimes,
  readJudged,
  readReason,
  readToBest,
  readAndSoOn,
  readShareList,
  readAfterShare,
  readAfterRank,
  readEvenly,
  readRanking,
  readBest,
  readEfficacy,
  readLowest,
  readPoles,
  readBase,
  readPlaces,
  readLabelled,
  readRankClause,
  readLevelClause,
  readVoteWeights,
  readVoteExcluded,
  readVotes,
  readPeriodMean,
  readByWeight,
  readWeights,
  readMean,
  readQuoted,
  readQuotedMark,
  readBasis,
  readNoBonus,
  readProportionClause,
  readBetween,
  readGapClause,
  readOwnTarget,
  readMultiple,
  readAwardClause,
  readAsideClause,
  readSideClause,
  readAim,
  readBareEntry,
  readEarned,
  readFrame,
]

/** 低于80%的部分每低…: no stop before the step; 按排名计分：第1名…. */
const goesOn: Partial<Record<Clause['kind'], RegExp>> = { side: /(?=每)/uy, ranking: /:/uy }

/** The first reader that understands the phrase to its very end. */
export const readClause = (cursor: Cursor, ends: RegExp): Clause | undefined =>
  cursor.first(
    readers.map((read) => (c: Cursor) => {
      const clause = read(c)
      const on = clause && goesOn[clause.kind]
      return clause && (c.take(ends) ?? (on && c.take(on))) ? clause : undefined
    }),
  )
