import type { MessageCode } from './codes.ts'
import { account } from './en/account.ts'
import { act, actLabels } from './en/act.ts'
import { approval, approvalLabels } from './en/approval.ts'
import { datum, datumLabels } from './en/datum.ts'
import { evidence, evidenceLabels } from './en/evidence.ts'
import { input } from './en/input.ts'
import { notice } from './en/notice.ts'
import { notification } from './en/notification.ts'
import { organisation } from './en/organisation.ts'
import { packaged } from './en/package.ts'
import { paper } from './en/paper.ts'
import { plan } from './en/plan.ts'
import { planLabels } from './en/plan-labels.ts'
import { platform } from './en/platform.ts'
import { postLabels } from './en/post.ts'
import { result, resultLabels } from './en/result.ts'
import { rule } from './en/rule.ts'
import { sheet, sheetLabels } from './en/sheet.ts'
import { table } from './en/table.ts'
import { upload } from './en/upload.ts'
import { urging } from './en/urging.ts'
import { verification, verificationLabels } from './en/verification.ts'
import type { zhCNLabels } from './zh-CN.ts'

/** One line a noun: its file in `en/`, spread here. */
export const enTexts = {
  ...platform,
  ...account,
  ...organisation,
  ...upload,
  ...input,
  ...datum,
  ...sheet,
  ...plan,
  ...rule,
  ...evidence,
  ...verification,
  ...result,
  ...approval,
  ...table,
  ...paper,
  ...packaged,
  ...urging,
  ...act,
  ...notice,
  ...notification,
} as const satisfies Record<MessageCode, string>

export const enLabels = {
  ...postLabels,
  ...datumLabels,
  ...sheetLabels,
  ...planLabels,
  ...evidenceLabels,
  ...verificationLabels,
  ...resultLabels,
  ...approvalLabels,
  ...actLabels,
} as const satisfies { [V in keyof typeof zhCNLabels]: Record<keyof (typeof zhCNLabels)[V], string> }
