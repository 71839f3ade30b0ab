import { exact, printExact } from '../../kernel/exact.ts'
import { choicesOf, lineOf, type QuestionCode, questionCodes } from '../questions.ts'
import { readAwardClause } from './award-clause.ts'
import { readBandedCount } from './banded-count.ts'
import { readBareEntry, readBarePrice } from './bare-clause.ts'
import { readBasis } from './basis-clause.ts'
import { readBetween } from './between-clause.ts'
import { readCarried, readSharedCounts } from './carried-clause.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readDefinition } from './definition-clause.ts'
import { readDiminishing } from './diminishing-clause.ts'
import { readDoubled } from './doubled-clause.ts'
import { readCountClause, readOnceClause, readStepClause } from './each-clause.ts'
import { readEachFigure } from './each-figure-clause.ts'
import { readEachMarks, readLackingEntry, readLimitOfEach } from './each-marks-clause.ts'
import { readEarned, readMultiple, readOwnTarget } from './earned-clause.ts'
import { beginning, type Family, family, firstOf } from './family.ts'
import { readFormula } from './formula-clause.ts'
import { readFrame, readPraise, readScale } from './frame-clause.ts'
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
import { words } from './letters.ts'
import { readCounting, readCreditsClause, readLevelClause } from './level-clauses.ts'
import { readCeiling, readLimit, readMostCounted, readTotal } from './limit-clauses.ts'
import { readBandList } from './list-clause.ts'
import { readLostPoints } from './lost-points-clause.ts'
import { readMetOf, readRequirements } from './met-count-clause.ts'
import { readNth } from './nth-clause.ts'
import { readOnceCredit, readSlashCount } from './once-clause.ts'
import { readPartial } from './partial-clause.ts'
import { readPercentClause } from './percent-clause.ts'
import { readPeriodMean } from './period-clause.ts'
import { readProportionClause } from './proportion-clause.ts'
import { readLevelRange } from './range-clause.ts'
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
import { readPoints } from './terms.ts'
import { readTimesBand } from './times-clause.ts'

/** By the first two signs. */
const lines: ReadonlyMap<string, readonly Line[]> = Map.groupBy(
  questionCodes.flatMap((question) =>
    choicesOf(question).map((choice) => ({ line: sourceOf(lineOf(question, choice) ?? '').plain, question, choice })),
  ),
  ({ line }) => line.slice(0, 2),
)

interface Line {
  readonly line: string
  readonly question: QuestionCode
  readonly choice: string
}

/** A 口径 line, word for word; each stands apart from every sentence form. */
function readAnswer(cursor: Cursor): Clause | undefined {
  for (const { line, ...answer } of lines.get(cursor.text.slice(cursor.at, cursor.at + 2)) ?? []) {
    if (!cursor.text.startsWith(line, cursor.at)) continue
    cursor.at += line.length
    return { kind: 'answer', ...answer }
  }
  return undefined
}

const judgedBy = words`(?:由|经)[\p{L}]{2,12}?(?:根据|按照?|结合|视)?[\p{L}、]{0,16}?(?:打分|评分|评定|赋分)，(?:分值|得分|分数|满分)(?:范围)?(?:为|在)?`
const judge = words`(?:(?:根据|按照?|视|结合)[\p{L}、“”]{2,24}?(?:评定|评分|打分)?(?:，|(?=由|在)))?(?:由评分人|由[\p{L}]{2,12}?(?=在|酌情|评|打)|由?专家|人工评定)?[，:]?(?:得分)?(?:范围)?(?:为|在)?`
const to = /分?[-~至到]/uy
const full = /满分/uy
const lowest = /(?:\d+(?:\.\d+)?)(?=分?[-~至到])/uy
const judged = /(?:之间|范围内|区间内|以内|内)?(?:酌情|综合)?(?:人工)?(?:评定|打分|评分|赋分|给分|计分)/uy
const reason = /(?:由(?:评分人|专家)(?:评定|打分|评分)，)?并?(?:须|应|需)?(?:说明|注明|写明)理由/uy

function readJudged(cursor: Cursor): Clause | undefined {
  const behind = cursor.take(judgedBy) !== undefined
  const prefix = behind ? '' : (cursor.take(judge)?.[0] ?? '')
  const from = cursor.take(lowest)?.[0]
  if (from === undefined || cursor.take(to) === undefined) return undefined
  const most = cursor.take(full) ? ('fullMark' as const) : readPoints(cursor)
  if (most === undefined) return undefined
  if (cursor.take(judged) === undefined && !behind && !prefix.startsWith('人工评定')) return undefined
  return { kind: 'judged', from: printExact(exact(from)), to: most }
}

const noBonus =
  /(?:超额|超过|超出|[低高]于)?(?:完成|目标|任务|控制[值数]|平均(?:值|水平))*(?:的|部分|，)*不(?:再|另)?加分/uy
const readNoBonus = (cursor: Cursor): Clause | undefined => (cursor.take(noBonus) ? { kind: 'noBonus' } : undefined)

const readReason = (cursor: Cursor): Clause | undefined => (cursor.take(reason) ? { kind: 'reason' } : undefined)

const notConcernedCase = words`(?:本年度|年内|当年|全年)?(?:(?:无|没有|不涉及|未承担)(?:此项|该项|本项|相关|此类|该类)(?:工作任务|工作|任务|业务|指标)?的?(?:单位|部门|县区|乡镇)?|没有[\p{L}]{2,12}(?:项目|任务|业务)的(?:单位|部门|县区|乡镇)|不涉及的?(?:单位|部门|县区|乡镇)?)(?:的)?，?`
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

const figures = '0123456789一二两三四五六七八九十百半'

/** Asked in this order. Most need words that a sentence does not have, and are not asked then. */
export const families: readonly Family<Clause>[] = [
  family(readAnswer),
  family(readDefinition, '率例比', '÷/'),
  beginning('本年当全无没不未的，该此得计按', family(readNotConcerned, '无没不未', '分入考')),
  family(readOfHundred, '百', '折换'),
  family(readRateParts, '、', '分', '率比重例'),
  family(readAnyOf, '之', '本该此'),
  beginning('以两二三四五六七八九十各合总累该本此', family(readTotal, '合总累项')),
  family(readEachFigure, '率度例', '各别', '扣减'),
  family(readEachMarks, '各', '、', '分'),
  family(readLimitOfEach, '均', '完'),
  family(readLackingEntry, '缺'),
  family(readRequirements, '、'),
  family(readMetOf, '项均都全', '达标满足符完具实合'),
  family(readDoubled, '倍', '扣'),
  family(readNth, '第', '次起例件'),
  beginning('按可允不', family(readPartial, '例不')),
  family(readCounting, '计累同高重'),
  beginning('该本此直到至累扣减下最不以可允加合总共单全增保0123456789', family(readLimit, '扣减限低少负底加奖')),
  beginning(
    '上不得最以直满超完高封大总该本累合全年至0123456789一二两三四五六七八九十百半',
    family(readCeiling, '高多超顶限满止'),
  ),
  family(readRateCap, '超高', '%', '按'),
  beginning('全年累最至不', family(readMostCounted, '多高超')),
  family(readSlope, '部', '每'),
  family(readDiminishing, '第', '段档级'),
  family(readRankStep, '递减扣', '每依逐按'),
  family(readLostPoints, '每', '扣减', '失丢扣'),
  family(readPercentClause, '%', '分'),
  family(readStepClause, '每少缺', '扣减奖加', '分'),
  family(readGate, '情本该此全否取参评核降'),
  family(readCreditsClause, '中党国部省市厅县区乡', '加奖扣减', '分'),
  family(readFaultList, '各', '扣减'),
  family(readEarnedList, '各', '得计加奖'),
  family(readBandList, '别依'),
  family(readTimesBand, '次起例件人户家天日', '扣减不零0', '一二两三四五六123456789'),
  family(readBandedCount, '每', '分'),
  family(readCountClause, '每', '分'),
  family(readOnceClause, '一1', '扣减'),
  family(readSlashCount, '/每', '扣减加奖得计记', '分'),
  family(readOnceCredit, '一1', '加奖得计记'),
  family(readSharedCounts, '别'),
  family(readBarePrice, '每'),
  family(readCarried, '中党国全省市县区乡镇', '分'),
  family(readShare, '占贡'),
  family(readRatio, '按据以用=占'),
  family(readControl, '2比', '-－扣'),
  family(readFormula, '=公按÷/以分绩数', '+＋-－—×*xX÷/取的折入除'),
  family(readTimes, '系'),
  family(readJudged, '-~至到', '评打赋人给计'),
  family(readLevelRange, '-~至到—下', '分', '得计记给赋为('),
  family(readReason, '理'),
  family(readToBest, '其第', '按以据='),
  family(readAndSoOn, '类'),
  family(readShareList, '前', '别依'),
  family(readAfterShare, '后'),
  family(readAfterRank, '后下外'),
  family(readEvenly, '其中', '计得赋递扣减'),
  family(readRanking, '排名'),
  family(readBest, '最'),
  family(readEfficacy, '功'),
  family(readLowest, '最'),
  family(readPoles, '满上', '允容下'),
  family(readBase, '基'),
  family(readPlaces, '保'),
  family(readLabelled, '(', ')'),
  family(readRankClause, '第前后末倒居中名位'),
  family(readScale, '分设', '档等级', '、'),
  family(readLevelClause, '优良般格标职意好中差等级类档阵队ABCDE评'),
  family(readVoteWeights, '按计', '、，', '0123456789'),
  family(readVoteExcluded, '不', '入'),
  family(readVotes, '票'),
  family(readPeriodMean, '季半月', '均'),
  family(readByWeight, '权总'),
  family(readWeights, '%百', '、，'),
  family(readMean, '均'),
  family(readQuoted, '按引采以根', '分绩果'),
  family(readQuotedMark, '满', '分', figures),
  family(readBasis, '以', '为'),
  family(readNoBonus, '加'),
  family(readProportionClause, '按=', '×*乘÷/与和'),
  family(readBetween, '插'),
  family(readGapClause, '高低超落少好优差及'),
  family(readOwnTarget, '标务划', '成到现'),
  family(readMultiple, '倍'),
  family(readAwardClause, '分按得计记给'),
  family(readAsideClause, '高低超落少好优差及'),
  family(readSideClause, '，每', '高低超未没不完足少大以<>-~至到'),
  family(readAim, '标务划达低少成≥%缺', figures),
  family(readBareEntry, '分', figures),
  family(readEarned, '得计', '分'),
  family(readPraise, '成效作进由按', '显明突良顺评认核考换折计'),
  beginning(
    '考严认加强建完健推扎积做深落贯全切持有每按采实扣减倒得百排分直现随通并检抽查核凡以根依由经',
    family(readFrame),
  ),
]

/** 低于80%的部分每低…: no stop before the step; 按排名计分：第1名…. */
const goesOn: Partial<Record<Clause['kind'], RegExp>> = { side: /(?=每)/uy, ranking: /:/uy, frame: /(?<=:)/uy }

/** The first family that understands the phrase to its very end. */
export const readClause = (cursor: Cursor, ends: RegExp): Clause | undefined =>
  firstOf(families, cursor, ({ kind }) => {
    const on = goesOn[kind]
    return (cursor.take(ends) ?? (on && cursor.take(on))) !== undefined
  })
