import { exact, printExact } from '../../kernel/exact.ts'
import type { Measure } from '../model.ts'
import { defaultRate } from '../phrases.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky, words } from './letters.ts'
import { measureBefore, nameBefore, readPoints } from './terms.ts'

/** Clauses that score by a rate, upwards and downwards. */

const scoring = '(?:得分|计分|计算得分|计算分值|赋分|给分|核算得分)'
const percentMeasure = measureBefore(`的?(?:比例|高低)?(?:折算|计算|核算)?${scoring}|×\\d`)
const productMeasure = measureBefore(String.raw`[，。;\n×*(]|$`)
const byRate = /按照?/uy
const rateTail = sticky(`的?(?:比例|高低)?(?:折算|计算|核算)?${scoring}`)
const ofPoints = /×/uy
const proportion = sticky(
  `(?:实际得分)?(?:其余|未(?:能)?(?:完成|达到|达标)[\\p{L}]{0,14}?的?)?，?(?:按照?|根据)(?:实际|任务|其|相应|目标)*(?:完成)?(?:的)?(?:任务|情况)?(?:按)?(?:实际|完成|相应)*(?:比例|完成率)(?:折算|计算|核算|换算)?(?:${scoring}|扣分|扣减|扣减得分)`,
)
/** 未完成的按比例扣减基本分, 按未完成比例扣分: what is lacking costs its share, so what is done earns its own. */
const lackingShare = words`(?:未(?:能)?(?:完成|达到|达标)(?:[\p{L}]{0,10}?(?:目标任务|目标|任务|计划|要求|指标))?的?，?)?按(?:照)?(?:(?:相应|同等)?比例|(?:未完成|短缺|差额|缺口)(?:部分)?的?(?:相应)?比例)(?:相应)?扣(?:减|除)?(?:相应)?(?:基本|基础|标准)?(?:分值|分数|得分|分)`
/** 按完成目标任务的比例计分, 按任务完成百分比计分: the completion rate, in words. */
const completion = sticky(
  `按照?(?:完成(?:年度)?(?:目标任务|目标|任务|计划)的?(?:实际)?|(?:目标任务|目标|任务|计划)?完成)(?:比例|百分比)(?:(?:乘以|乘|×)(?:该项|本项|此项|指标)?(?:分值|满分|标准分|基本分|权重分?))?(?:折算|计算|核算|换算)?${scoring}`,
)
/** 问卷满意度得分=: whose score it is; what others get is held against the best. */
const product = words`(?!其[余他])[\p{L}“”]{0,12}?得分=`
const mark = /(?:该项|本项|此项|指标)?(?:分值|满分|标准分|基本分|基础分|权重分|权重)/uy
const times = /[×*]/uy
const overTarget = /(?:实际)?完成(?:数|值|量)?[÷/](?:目标|任务|计划)(?:数|值|量)?/uy
const wrapStart = /\(/uy
const wrapEnd = /\)/uy
const inPercent = /率|度|比例|占比|比重$/u

const markWords = '(?:该项|本项|此项|指标)?(?:分值|满分|标准分|基本分|基础分|权重分|权重)'
const scale = sticky(`(?:乘以|乘|×|折算)(?:为|成)?(?:${markWords})`)
const scaled = sticky(`(?:(?:进行)?(?:折算|计算|核算)?(?:为|成)?(?:${scoring}|得分|计分|计算|折算|计))?`)
const opening = words`(?:[\p{L}“”]{0,16}?)(?:按照?|以|根据)(?:其)?`
const quotientEnd = '的?(?:比例|百分比|比值|之比|比率|百分率)'
const partName = nameBefore('[占与同]')
const wholeName = nameBefore(quotientEnd)
const over = /[占与同]/uy
const quotientWord = sticky(`${quotientEnd}(?:值)?`)
const ofGroup = /最[高大优好]|第一名|第1名|平均|^其/u
const ownDone = /^(?:实际)?完成(?:数|值|量|情况)?$/u
const ownTask = /^(?:年度|全年)?(?:目标|任务|计划|目标任务)(?:数|值|量)?$/u
const timesMeasure = measureBefore(`(?:乘以|乘|×)${markWords}`)

/** 按照实际完成数占计划数的比例得分; 按实际到位额占目标任务的百分比乘以标准分计算得分. */
function readQuotientRate(cursor: Cursor): Measure | undefined {
  if (cursor.take(opening) === undefined) return undefined
  const actual = partName(cursor)
  const target = actual !== undefined && cursor.take(over) ? wholeName(cursor) : undefined
  if (actual === undefined || target === undefined || cursor.take(quotientWord) === undefined) return undefined
  if (ofGroup.test(target) || ofGroup.test(actual)) return undefined
  const scales = cursor.take(scale) !== undefined
  if ((cursor.take(scaled)?.[0] ?? '') === '' && !scales) return undefined
  return ownDone.test(actual) && ownTask.test(target) ? defaultRate : { kind: 'rate', actual, target }
}

/** 完成投资占年度计划的比例×10分: the marks behind the quotient, and no 按 before it. */
function readQuotientTimes(cursor: Cursor): Extract<Clause, { kind: 'ratio' }> | undefined {
  const actual = partName(cursor)
  const target = actual !== undefined && cursor.take(over) ? wholeName(cursor) : undefined
  if (actual === undefined || target === undefined || cursor.take(quotientWord) === undefined) return undefined
  if (ofGroup.test(target) || ofGroup.test(actual) || cursor.take(times) === undefined) return undefined
  const of = readPoints(cursor)
  const measure: Measure = ownDone.test(actual) && ownTask.test(target) ? defaultRate : { kind: 'rate', actual, target }
  if (of !== undefined) return { kind: 'ratio', measure, of }
  return cursor.take(mark) ? { kind: 'ratio', measure } : undefined
}

/** 以满意度测评得分率乘以本项分值计分. */
function readTimesMark(cursor: Cursor): Measure | undefined {
  const found = cursor.take(taking) && timesMeasure(cursor)
  return found && cursor.take(scale) && cursor.take(scaled) ? found : undefined
}

const taking = /(?:按照?|以|用)/uy

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

/** 按完成率得分; 得分＝完成率×分值; 按比例得分. */
export function readRatio(cursor: Cursor): Clause | undefined {
  if (cursor.take(lackingShare) ?? cursor.take(proportion) ?? cursor.take(completion))
    return { kind: 'ratio', measure: defaultRate }
  const quotient = cursor.attempt(readQuotientRate)
  if (quotient) return { kind: 'ratio', measure: quotient }
  const clause = cursor.first<Extract<Clause, { kind: 'ratio' }>>([
    readQuotientTimes,
    (c) => {
      const found = readTimesMark(c)
      return found && { kind: 'ratio', measure: found }
    },
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

const rateCap = /(?:完成率)?(?:超过|高于)(?<most>\d+(?:\.\d+)?)%的?(?:部分)?，?均?按\k<most>%(?:计算?|计分|得分)/uy

/** 完成率超过120%的按120%计: how much of a rate counts. */
export function readRateCap(cursor: Cursor): Clause | undefined {
  const percent = cursor.take(rateCap)?.groups?.most
  return percent === undefined ? undefined : { kind: 'rateCap', percent: printExact(exact(percent)) }
}

const controlOpening = /按\(2[-－]/uy
const controlMeasure = measureBefore(String.raw`\)`)
const controlProduct = /(?:该项|本项)?得分=(?:满分|分值)×\(2[-－]/uy
const controlFirst = /(?:该项|本项)?得分=\(2[-－]/uy
const controlTail = /\)(?:×(?:满分|分值))?(?:得分|计分)?/uy
const overshoot =
  /(?:超过|超出|高于)(?:目标|目标值|控制数|控制目标|控制值|任务)?(?:的|部分)?(?:的)?，?按(?:照)?超(?:过|出|标)?(?:目标|控制数|部分)?(?:的)?比例(?:相应)?扣(?:减)?(?:得分|分)/uy

/** 按（2－完成率）得分; 超过控制数的，按超出比例扣分. */
export function readControl(cursor: Cursor): Clause | undefined {
  if (cursor.take(overshoot)) return { kind: 'control', measure: defaultRate }
  if ([controlOpening, controlProduct, controlFirst].every((word) => cursor.take(word) === undefined)) return undefined
  const measure = cursor.first<Measure>([controlMeasure, readQuotient])
  return measure && cursor.take(controlTail) ? { kind: 'control', measure } : undefined
}

const quotient = /实际(?:完成)?(?:数|值)?[÷/](?:目标|控制)(?:数|值|目标)?/uy
const readQuotient = (cursor: Cursor): Measure | undefined => (cursor.take(quotient) ? defaultRate : undefined)
