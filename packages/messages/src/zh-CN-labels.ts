import { actLabels } from './zh-CN/act.ts'
import { approvalLabels } from './zh-CN/approval.ts'
import { datumLabels } from './zh-CN/datum.ts'
import { evidenceLabels } from './zh-CN/evidence.ts'
import { planLabels } from './zh-CN/plan-labels.ts'
import { postLabels } from './zh-CN/post.ts'
import { resultLabels } from './zh-CN/result.ts'
import { ruleLabels } from './zh-CN/rule-labels.ts'
import { sheetLabels } from './zh-CN/sheet.ts'
import { verificationLabels } from './zh-CN/verification.ts'

export const zhCNLabels = {
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
} as const
