import { add, div, type Exact, exact, hundred, max, min, mul, sign, sub } from '../kernel/exact.ts'
import type { Given } from './method.ts'
import type { Formula } from './model.ts'
import { groupFigures, groupInput } from './phrases.ts'
import { groupFigure } from './reference.ts'
import { operand } from './trace.ts'

/** Arithmetic with Chinese names as plain data: what it needs, what it comes to, how it is written. */

export const figuresIn = (formula: Formula): readonly string[] => [...new Set(names(formula))]

const names = (formula: Formula): readonly string[] => {
  if (formula.op === 'input') return [formula.name]
  return 'left' in formula ? [...names(formula.left), ...names(formula.right)] : []
}

export const usesGroup = (formula: Formula): boolean =>
  formula.op === 'group' || ('left' in formula && (usesGroup(formula.left) || usesGroup(formula.right)))

/** The value; undefined where it divides by zero. */
export function compute(formula: Formula, given: Given, own = figuresIn(formula)[0] ?? ''): Exact | undefined {
  if (formula.op === 'group') return groupFigure(formula.figure, given.group(groupInput(own).name))
  if (formula.op === 'number') return formula.unit === '%' ? div(exact(formula.value), hundred) : exact(formula.value)
  if (formula.op === 'input') return given.number(formula.name)
  if (formula.op === 'fullMark') return given.fullMark
  const [left, right] = [compute(formula.left, given, own), compute(formula.right, given, own)]
  if (left === undefined || right === undefined) return undefined
  if (formula.op === 'div') return sign(right) === 0 ? undefined : div(left, right)
  return operations[formula.op](left, right)
}

const operations = { add, sub, mul, max, min } as const
const signs = { add: '＋', sub: '－', mul: '×', div: '÷' } as const
const strength = { add: 1, sub: 1, mul: 2, div: 2 } as const

type Leaf = (formula: Exclude<Formula, { readonly left: Formula }>) => string

const leafWords: Leaf = (formula) => {
  if (formula.op === 'number') return `${formula.value}${formula.unit ?? ''}`
  if (formula.op === 'group') return groupFigures[formula.figure]
  return formula.op === 'input' ? formula.name : '满分'
}

/** With the fewest brackets; reads back as the same data. */
export const sayFormula = (formula: Formula): string => write(formula, leafWords)

/** The same with the figures put in. */
export const writeFormula = (formula: Formula, given: Given): string =>
  write(formula, (leaf) => {
    if (leaf.op === 'number' || leaf.op === 'group') return leafWords(leaf)
    return operand(leaf.op === 'input' ? given.number(leaf.name) : given.fullMark)
  })

function write(formula: Formula, leaf: Leaf): string {
  if (!('left' in formula)) return leaf(formula)
  const { op, left, right } = formula
  if (op === 'max' || op === 'min')
    return `取${op === 'max' ? '大' : '小'}（${write(left, leaf)}、${write(right, leaf)}）`
  const bracketed = (part: Formula, floor: number) => {
    const words = write(part, leaf)
    return 'left' in part && part.op !== 'max' && part.op !== 'min' && strength[part.op] < floor
      ? `（${words}）`
      : words
  }
  return `${bracketed(left, strength[op])}${signs[op]}${bracketed(right, strength[op] + 1)}`
}
