import type { Rule, RuleKind } from './model.ts'

/** The catalogue's ids of each kind, M01–M35 (docs/adr/0015); a rule has the ids of all that it is composed of. */
const ids: Readonly<Record<RuleKind, readonly string[]>> = {
  ratio: ['M01'],
  control: ['M03'],
  allOrNothing: ['M04'],
  tiers: ['M05'],
  steps: ['M06'],
  slopes: ['M07'],
  diminishing: ['M08'],
  toBest: ['M10'],
  share: ['M21'],
  efficacy: ['M11'],
  rankSteps: ['M13'],
  rankBands: ['M14'],
  countDeduction: ['M16'],
  countCredit: ['M17'],
  countBonus: ['M17'],
  checklist: ['M18'],
  metCount: ['M18'],
  faults: ['M16'],
  extras: ['M25'],
  matrix: ['M19'],
  levels: ['M26'],
  credits: ['M33'],
  votes: ['M27'],
  mean: ['M29'],
  quoted: ['M32'],
  weightedMean: ['M30'],
  expression: [],
  judged: [],
  sum: ['M20'],
  parts: ['M20'],
  inPercent: [],
  coefficient: ['M24'],
  gated: ['M34'],
}

export const catalogueIds = (rule: Rule): readonly string[] => [...new Set([...own(rule), ...inner(rule)])]

function own(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'ratio':
      return rule.ceiling && rule.ceiling.kind !== 'fullMark' ? ['M02'] : ids.ratio
    case 'efficacy':
      return rule.curve.kind === 'exponential' ? ['M12'] : ids.efficacy
    case 'rankBands':
      return rule.bands.every(({ award }) => award.kind === 'add' || award.kind === 'deduct') ? ['M15'] : ids.rankBands
    case 'steps': {
      if (rule.steps.some(({ limit }) => limit?.kind === 'byBaseline')) return ['M23']
      const besides =
        'group' in rule.reference || ('input' in rule.reference && /平均|均值/u.test(rule.reference.input))
      if (besides) return ['M22']
      return rule.steps.every(({ side, effect }) => side === 'above' && effect === 'add') ? ['M09'] : ids.steps
    }
    default:
      return ids[rule.kind]
  }
}

function inner(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'sum':
      return rule.parts.flatMap(catalogueIds)
    case 'parts':
      return rule.parts.flatMap((part) => catalogueIds(part.rule))
    case 'coefficient':
    case 'inPercent':
    case 'gated':
      return catalogueIds(rule.rule)
    default:
      return []
  }
}
