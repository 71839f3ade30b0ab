import { actLabels } from './en/act.ts'
import { approvalLabels } from './en/approval.ts'
import { datumLabels } from './en/datum.ts'
import { evidenceLabels } from './en/evidence.ts'
import { planLabels } from './en/plan-labels.ts'
import { postLabels } from './en/post.ts'
import { resultLabels } from './en/result.ts'
import { ruleLabels } from './en/rule-labels.ts'
import { sheetLabels } from './en/sheet.ts'
import { verificationLabels } from './en/verification.ts'
import type { zhCNLabels } from './zh-CN-labels.ts'

export const enLabels = {
  ...postLabels,
  ...datumLabels,
  ...sheetLabels,
  ...planLabels,
  ...ruleLabels,
  ...evidenceLabels,
  ...verificationLabels,
  ...resultLabels,
  ...approvalLabels,
  ...actLabels,
} as const satisfies { [V in keyof typeof zhCNLabels]: Record<keyof (typeof zhCNLabels)[V], string> }
