import { hex } from '@quanheng/domain/kernel/digest'
import type { DomainError } from '@quanheng/domain/kernel/result'
import { receipt as enWords } from '@quanheng/messages/en/receipt'
import { fill } from '@quanheng/messages/fill'
import { noticedLine } from '@quanheng/messages/noticed'
import { receipt as zhWords } from '@quanheng/messages/zh-CN/receipt'
import { t } from '../shared/i18n/t.ts'
import type { Asked, Checked, CheckFault } from './check.ts'

/** The first fault in words. */
export const sayFault = ({ code, params }: DomainError<CheckFault>, language: string): string =>
  fill((language === 'en' ? enWords : zhWords)[code], params)

export interface Shown {
  readonly head: string
  readonly notes: readonly string[]
  /** Acts of a receipt, or every text of a report, to be read beside the paper. */
  readonly lines: readonly string[]
}

const sayTime = (time: string, language: string): string => new Date(time).toLocaleString(language)

/** What held, and what it says. */
export const showChecked = (checked: Checked, { seal }: Pick<Asked, 'seal'>, language: string): Shown => {
  const { origin, size, root, trusted } = checked.found
  const notes = [
    t('存证：{{origin}}，第 {{size}} 号，根 {{root}}', {
      origin,
      size,
      root: hex(root).replace(/(.{8})(?=.)/g, '$1 '),
    }),
    ...(trusted
      ? []
      : [t('未填密钥：签名只与文件自带的密钥相符，不能说明密钥是谁的。请填入安装时抄录的密钥再核验一次。')]),
    ...(seal === undefined ? [] : [t('与纸面存证点一致。')]),
  ]
  if (checked.kind === 'receipt') {
    const { body, acts, noticed } = checked.found
    const tag = language === 'en' ? 'en' : 'zh-CN'
    const told = noticed.map((one) => noticedLine(tag, one, (at) => at.toLocaleString(language)))
    return {
      head: t('核验通过：{{body}}的 {{count}} 条留痕都在存证之中，未被改动。', { body, count: acts.length }),
      notes: [
        ...notes,
        ...(told.length > 0 ? [t('以上核验通过，但留痕中有 {{count}} 处须由人说明：', { count: told.length })] : []),
        ...told,
      ],
      lines: acts.map(({ index, time, label }) => `${index}　${sayTime(time, language)}　${label}`),
    }
  }
  const { time, code, compared, texts } = checked.found
  return {
    head: t('核验通过：文稿内容与 {{time}} 送审时封存的一致。', { time: sayTime(time, language) }),
    notes: [
      compared
        ? t('与纸上的校验码 {{code}} 相符。', { code })
        : t('校验码应为 {{code}}，请与纸上的比对，或填入后再核验。', { code }),
      ...notes,
      t('以下是封存的全文，请与纸质件逐字对照。'),
    ],
    lines: texts,
  }
}
