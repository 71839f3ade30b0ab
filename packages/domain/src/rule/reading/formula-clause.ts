import { exact, printExact } from '../../kernel/exact.ts'
import type { Formula } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { readAmount } from './terms.ts'

/** 得分＝…: sums, products, brackets, 取大（a、b） over Chinese names; depth and size bounded. */

const start = words`(?:(?:计算|折算|计分|得分)?公式(?:为|是)?:?)?(?:(?!其[余他])[\p{L}“”()]{0,20}?得分=)|(?:计算|折算|计分|得分)?公式(?:为|是):?`
/** 完成数/任务数×5分: nothing but the arithmetic. */
const bare = words`(?=(?:(?!除以)[\p{L}“”]){2,20}(?:[÷/]|除以)(?:(?!乘以)[\p{L}“”]){2,20}(?:[×*]|乘以)(?:\d|(?:该项|本项|此项|指标)?(?:分值|满分|标准分)))`
/** 按（实际－上年）÷（目标－上年）×分值计分: the arithmetic inside a phrase. */
const wrapped = /按照?(?=\()/uy
const scored = /(?:进行)?(?:计算)?(?:得分|计分|折算|计算)/uy
const tail = /(?:进行)?(?:计算)?(?:得分|计分|折算)?/uy
const plus = /[+＋]/uy
const minus = /[-－—]/uy
const times = /[×*xX]|乘以/uy
const over = /[÷/]|除以/uy
const open = /[([]/uy
const close = /[)\]]/uy
const greater = /取(?:较)?(大|小)(?:值)?\(/uy
const comma = /[、，]/uy
const mark = /(?:该项|本项|指标)?(?:满分|分值|标准分|权重分|基本分)/uy
const figure = words`(?:本组|同组|各单位)?(?:(最高值|最大值|最优值|最[高大优](?=[\p{L}]{2,6}[÷/×*)＋+－-]))|(最低值|最小值|最差值|最[低小差](?=[\p{L}]{2,6}[÷/×*)＋+－-]))|(平均值|平均数))`
/** 最高增速: the highest of what the formula is about. */
const ofWhat = words`[\p{L}]{0,6}(?=[÷/×*)＋+－-])`
const name = words`(?:(?!除以|乘以)[\p{L}\p{M}“”《》]){1,30}`
const deepest = 20

/** 满意度测评得分×10%计入, 按测评得分的10%折算计分: so much of a score that is given. */
const partOf = words`(?:按照?|以)?(?<name>[\p{L}“”]{2,16}(?:得分|分数|成绩))(?:[×*]|的|乘以|按)(?<percent>\d+(?:\.\d+)?)%(?:的?比例)?(?:进行)?(?:计入|折算|计算)(?:后)?(?:计入)?(?:(?:考核|年度|最终|综合)*(?:总分|总得分|得分|成绩|计分)|本项得分|该项得分)?`

function readPartOf(cursor: Cursor): Clause | undefined {
  const { name: scoreName, percent } = cursor.take(partOf)?.groups ?? {}
  if (scoreName === undefined || percent === undefined) return undefined
  const [left, right] = [
    { op: 'input', name: scoreName },
    { op: 'number', value: printExact(exact(percent)), unit: '%' },
  ] as const
  return { kind: 'formula', formula: { op: 'mul', left, right } }
}

export function readFormula(cursor: Cursor): Clause | undefined {
  const part = cursor.attempt(readPartOf)
  if (part) return part
  const inside = cursor.take(wrapped) !== undefined
  if (!inside && cursor.take(start) === undefined && cursor.take(bare) === undefined) return undefined
  const formula = readSum(cursor, 0)
  if (cursor.take(inside ? scored : tail) === undefined) return undefined
  return formula && 'left' in formula ? { kind: 'formula', formula } : undefined
}

function readSum(cursor: Cursor, depth: number): Formula | undefined {
  let left = readProduct(cursor, depth)
  for (let many = 0; left !== undefined && many < 100; many += 1) {
    const op = cursor.take(plus) ? 'add' : cursor.take(minus) ? 'sub' : undefined
    if (op === undefined) return left
    const right = readProduct(cursor, depth)
    left = right && { op, left, right }
  }
  return left
}

function readProduct(cursor: Cursor, depth: number): Formula | undefined {
  let left = readTerm(cursor, depth)
  for (let many = 0; left !== undefined && many < 100; many += 1) {
    const op = cursor.take(times) ? 'mul' : cursor.take(over) ? 'div' : undefined
    if (op === undefined) return left
    const right = readTerm(cursor, depth)
    left = right && { op, left, right }
  }
  return left
}

function readTerm(cursor: Cursor, depth: number): Formula | undefined {
  if (depth > deepest) return undefined
  const choice = cursor.take(greater)?.[1]
  if (choice !== undefined) {
    const left = readSum(cursor, depth + 1)
    const right = left && cursor.take(comma) && readSum(cursor, depth + 1)
    return left && right && cursor.take(close) ? { op: choice === '大' ? 'max' : 'min', left, right } : undefined
  }
  if (cursor.take(open)) {
    const inner = readSum(cursor, depth + 1)
    return inner && cursor.take(close) ? inner : undefined
  }
  if (cursor.take(mark)) return { op: 'fullMark' }
  const group = cursor.take(figure)
  if (group) {
    if (group[0].length === 2 || /[高大优低小差]$/u.test(group[0])) cursor.take(ofWhat)
    return { op: 'group', figure: group[1] ? 'max' : group[2] ? 'min' : 'mean' }
  }
  const amount = readNumber(cursor)
  if (amount) return amount
  const input = cursor.take(name)?.[0]
  return input === undefined || /^[一二两三四五六七八九十百半]+$/u.test(input)
    ? undefined
    : { op: 'input', name: input }
}

const digit = /(?=\d)/uy

function readNumber(cursor: Cursor): Formula | undefined {
  if (cursor.take(digit) === undefined) return undefined
  const amount = readAmount(cursor)
  if (amount === undefined) return undefined
  if (amount.unit === '%') return { op: 'number', value: amount.value, unit: '%' }
  return amount.unit === undefined || amount.unit === '分' ? { op: 'number', value: amount.value } : undefined
}
