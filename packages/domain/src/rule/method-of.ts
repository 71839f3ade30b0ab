import type { Method } from './method.ts'
import type { Rule, RuleKind } from './model.ts'

/** The method of any rule: handed to the composed methods, which cannot import the registry that holds them. */
export type MethodOf = (rule: Rule) => Method<RuleKind>
