import type { Formula, Rule } from './model.ts'

/** Every expression of a rule, in the order of the sentence, however deep it stands. */
export function formulasIn(rule: Rule): readonly Formula[] {
  switch (rule.kind) {
    case 'expression':
      return [rule.formula]
    case 'sum':
      return rule.parts.flatMap(formulasIn)
    case 'parts':
      return rule.parts.flatMap((part) => formulasIn(part.rule))
    case 'coefficient':
    case 'gated':
      return formulasIn(rule.rule)
    default:
      return []
  }
}

/** Two sides that cannot be added, taken off or compared: 亿元 and 家. */
export interface UnitClash {
  readonly left: string
  readonly right: string
}

/** A unit of measure, `''` for a bare number, or nothing where somebody has not said it. */
type Unit = string | undefined

/**
 * The first place where a formula adds or compares figures of two units. Marks are bare numbers, a percentage is one, and so is a
 * quotient of like figures; a figure whose unit nobody has said clashes with nothing.
 */
export function unitClash(formula: Formula, unitOf: (name: string) => Unit): UnitClash | undefined {
  const first = firstName(formula)
  const clashes: UnitClash[] = []
  const unit = (part: Formula): Unit => {
    if (part.op === 'number' || part.op === 'fullMark') return ''
    if (part.op === 'input') return unitOf(part.name)
    if (part.op === 'group') return first === undefined ? undefined : unitOf(first)
    const [left, right] = [unit(part.left), unit(part.right)]
    if (left === undefined || right === undefined) return undefined
    if (part.op === 'mul') return left === '' ? right : right === '' ? left : `${left}·${right}`
    if (part.op === 'div') return left === right ? '' : right === '' ? left : `${left}/${right}`
    if (left !== right && !isBare(part.left) && !isBare(part.right)) clashes.push({ left, right })
    return left === '' ? right : left
  }
  unit(formula)
  return clashes[0]
}

/** A number written out takes the unit of what it stands beside: 实际值－100. */
const isBare = (formula: Formula): boolean => formula.op === 'number'

const firstName = (formula: Formula): string | undefined => {
  if (formula.op === 'input') return formula.name
  return 'left' in formula ? (firstName(formula.left) ?? firstName(formula.right)) : undefined
}
