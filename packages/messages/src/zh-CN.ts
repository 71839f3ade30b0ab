import type { MessageCode } from './codes.ts'
import { account } from './zh-CN/account.ts'
import { act, actLabels } from './zh-CN/act.ts'
import { approval, approvalLabels } from './zh-CN/approval.ts'
import { datum, datumLabels } from './zh-CN/datum.ts'
import { evidence, evidenceLabels } from './zh-CN/evidence.ts'
import { input } from './zh-CN/input.ts'
import { notice } from './zh-CN/notice.ts'
import { notification } from './zh-CN/notification.ts'
import { organisation } from './zh-CN/organisation.ts'
import { packaged } from './zh-CN/package.ts'
import { paper } from './zh-CN/paper.ts'
import { plan } from './zh-CN/plan.ts'
import { planLabels } from './zh-CN/plan-labels.ts'
import { platform } from './zh-CN/platform.ts'
import { postLabels } from './zh-CN/post.ts'
import { result, resultLabels } from './zh-CN/result.ts'
import { rule } from './zh-CN/rule.ts'
import { sheet, sheetLabels } from './zh-CN/sheet.ts'
import { table } from './zh-CN/table.ts'
import { upload } from './zh-CN/upload.ts'
import { urging } from './zh-CN/urging.ts'
import { verification, verificationLabels } from './zh-CN/verification.ts'

/** One line a noun: its file in `zh-CN/`, spread here. */
export const zhCNTexts = {
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

export const zhCNLabels = {
  ...postLabels,
  ...datumLabels,
  ...sheetLabels,
  ...planLabels,
  ...evidenceLabels,
  ...verificationLabels,
  ...resultLabels,
  ...approvalLabels,
  ...actLabels,
} as const
