import type { z } from 'zod'
import { t } from '../i18n/t.ts'

type Issue = z.core.$ZodIssue

const saySmall = (issue: Extract<Issue, { code: 'too_small' }>): string => {
  const count = String(issue.minimum)
  if (issue.origin === 'string') return issue.minimum === 1 ? t('请填写') : t('至少 {{count}} 个字', { count })
  if (issue.origin === 'array' || issue.origin === 'set') return t('至少选 {{count}} 项', { count })
  return issue.inclusive === false ? t('应大于 {{count}}', { count }) : t('不得小于 {{count}}', { count })
}

const sayBig = (issue: Extract<Issue, { code: 'too_big' }>): string => {
  const count = String(issue.maximum)
  if (issue.origin === 'string') return t('不得超过 {{count}} 个字', { count })
  if (issue.origin === 'array' || issue.origin === 'set') return t('最多选 {{count}} 项', { count })
  return issue.inclusive === false ? t('应小于 {{count}}', { count }) : t('不得大于 {{count}}', { count })
}

const formats = (): Readonly<Record<string, string>> => ({
  date: t('日期应写作 2025-01-05 的样式'),
  email: t('邮箱地址不完整'),
  url: t('网址不完整'),
  uuid: t('请从列表中选择'),
})

/** What is wrong with a field, and what it should be. */
const sayFault = (issue: Issue, nothingGiven: boolean): string => {
  if (nothingGiven) return t('请填写')
  switch (issue.code) {
    case 'too_small':
      return saySmall(issue)
    case 'too_big':
      return sayBig(issue)
    case 'invalid_format':
      return formats()[issue.format] ?? t('格式不对')
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? t('请填写数字') : t('请填写')
    case 'invalid_value':
      return t('请从给出的选项中选择')
    case 'custom':
      return typeof issue.params?.max === 'number'
        ? t('不得超过 {{count}} 个字', { count: issue.params.max })
        : t('填写有误')
    default:
      return t('填写有误')
  }
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (value as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[step],
    given,
  )

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

/** The first fault of each field, by its path (`name`, `rows.2.value`). */
export const faultsOf = (error: z.core.$ZodError, given: unknown): Record<string, string> => {
  const faults: Record<string, string> = {}
  for (const issue of error.issues) {
    faults[issue.path.join('.')] ??= sayFault(issue, isEmpty(valueAt(given, issue.path)))
  }
  return faults
}
