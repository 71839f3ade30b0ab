import type { Rule, RuleKind } from '../model.ts'

/** The kinds that a rule is composed of. */
export function kindsIn(rule: Rule): readonly RuleKind[] {
  switch (rule.kind) {
    case 'sum':
      return [rule.kind, ...rule.parts.flatMap(kindsIn)]
    case 'parts':
      return [rule.kind, ...rule.parts.flatMap((part) => kindsIn(part.rule))]
    case 'coefficient':
    case 'gated':
    case 'inPercent':
      return [rule.kind, ...kindsIn(rule.rule)]
    default:
      return [rule.kind]
  }
}
