import type { MessageCode } from './codes.ts'
import { account } from './en/account.ts'
import { datum, datumLabels } from './en/datum.ts'
import { input } from './en/input.ts'
import { organisation } from './en/organisation.ts'
import { plan } from './en/plan.ts'
import { planLabels } from './en/plan-labels.ts'
import { platform } from './en/platform.ts'
import { postLabels } from './en/post.ts'
import { rule } from './en/rule.ts'
import { sheet, sheetLabels } from './en/sheet.ts'
import { upload } from './en/upload.ts'
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
} as const satisfies Record<MessageCode, string>

export const enLabels = {
  ...postLabels,
  ...datumLabels,
  ...sheetLabels,
  ...planLabels,
} as const satisfies { [V in keyof typeof zhCNLabels]: Record<keyof (typeof zhCNLabels)[V], string> }
